import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { ATTRIBUTES } from '../src/element/attributes/attributes.ts';
import { PLAN_ATTRIBUTES } from '../src/element/plan/plan-attributes.ts';
import { describedAttributes } from './described-attributes.ts';
import type {
  ClassMember,
  CustomElementDeclaration,
  Declaration,
  Module,
  Package,
} from 'custom-elements-manifest/schema';

/** The elements of the package: where each and its definition are, and the table of its attributes. */
const ELEMENTS = [
  {
    tagName: 'limio-offers',
    path: 'dist/npm/index.js',
    definition: 'dist/npm/define.js',
    table: ATTRIBUTES,
    tableFile: 'src/element/attributes/attributes.ts',
  },
  {
    tagName: 'limio-plan',
    path: 'dist/npm/plan.js',
    definition: 'dist/npm/define-plan.js',
    table: PLAN_ATTRIBUTES,
    tableFile: 'src/element/plan/plan-attributes.ts',
  },
] as const;

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
  return { schemaVersion: '1.0.0', modules: ELEMENTS.flatMap((each) => modulesOf(each, declarations)) };
}

/** The module of one element, and the one that registers it. */
function modulesOf(
  { tagName, path, definition, ...described }: (typeof ELEMENTS)[number],
  declarations: readonly Declaration[],
): Module[] {
  const element = declarations.find(
    (each) => (each as CustomElementDeclaration).tagName === tagName,
  ) as CustomElementDeclaration;
  const { name } = element;
  const events = declarations.filter((each) => isEventOf(tagName, each.name)).map((each) => each.name);
  return [
    {
      kind: 'javascript-module',
      path,
      declarations: [publicPartOf(element, described)],
      exports: [name, ...events].map((each) => ({ kind: 'js', name: each, declaration: { name: each } })),
    },
    {
      kind: 'javascript-module',
      path: definition,
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } }],
    },
  ];
}

/** Whether the module of an element exports an event. */
const isEventOf = (tagName: string, name: string): boolean =>
  /^Limio\w+Event$/.test(name) && (name === 'LimioPlanEvent') === (tagName === 'limio-plan');

/** The analyzer lists what every member inherits and each dispatched expression; users need neither. */
function publicPartOf(
  { members, events, ...element }: CustomElementDeclaration,
  { table, tableFile }: Pick<(typeof ELEMENTS)[number], 'table' | 'tableFile'>,
): CustomElementDeclaration {
  const described = describedAttributes(table, tableFile);
  return {
    ...element,
    superclass: { name: 'HTMLElement', package: 'global:' },
    attributes: described.attributes,
    members: [...members!.filter(isPublic).map(withoutOrigin), ...described.members],
    events: events!.filter(({ name }) => name?.startsWith('limio-')),
  };
}

const isPublic = ({ name, privacy, description }: ClassMember): boolean =>
  !name.startsWith('#') && (privacy ?? 'public') === 'public' && Boolean(description);

const withoutOrigin = <T extends { inheritedFrom?: unknown }>({ inheritedFrom: _, ...rest }: T) => rest;
