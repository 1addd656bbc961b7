import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { describedAttributes } from './described-attributes.ts';
import type { ClassMember, CustomElementDeclaration, Package } from 'custom-elements-manifest/schema';

const ELEMENT = 'dist/npm/index.js';
const DEFINITION = 'dist/npm/define.js';

/**
 * Reads the custom elements manifest from the source: attributes and properties from their table, and
 * the methods, slots, events, parts and custom properties from the class and its comment.
 *
 * Only what is public stays, at the addresses that the package has.
 *
 * @see https://github.com/webcomponents/custom-elements-manifest
 */
export function readManifest(): Package {
  const folder = 'src/element';
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => join(folder, file))
    .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true));
  const { modules: found } = create({ modules, plugins: litPlugin() });
  const declarations = found.flatMap((module) => module.declarations ?? []);
  const element = declarations.find((each) => 'tagName' in each && each.tagName) as CustomElementDeclaration;
  const events = declarations.filter(({ name }) => /^Limio\w+Event$/.test(name)).map(({ name }) => name);
  return {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: ELEMENT,
        declarations: [publicPartOf(element)],
        exports: [element.name, ...events].map((name) => ({ kind: 'js', name, declaration: { name } })),
      },
      {
        kind: 'javascript-module',
        path: DEFINITION,
        declarations: [],
        exports: [
          {
            kind: 'custom-element-definition',
            name: element.tagName!,
            declaration: { name: element.name, module: ELEMENT },
          },
        ],
      },
    ],
  };
}

/** The analyzer lists what every member inherits and each dispatched expression; users need neither. */
function publicPartOf({ members, events, ...element }: CustomElementDeclaration): CustomElementDeclaration {
  const table = describedAttributes();
  return {
    ...element,
    superclass: { name: 'HTMLElement', package: 'global:' },
    attributes: table.attributes,
    members: [...members!.filter(isPublic).map(withoutOrigin), ...table.members],
    events: events!.filter(({ name }) => name?.startsWith('limio-')),
  };
}

const isPublic = ({ name, privacy, description }: ClassMember): boolean =>
  !name.startsWith('#') && (privacy ?? 'public') === 'public' && Boolean(description);

const withoutOrigin = <T extends { inheritedFrom?: unknown }>({ inheritedFrom: _, ...rest }: T) => rest;
