import { readFileSync, writeFileSync } from 'node:fs';
import type { Package } from 'custom-elements-manifest/schema';
import { ERROR_HELP } from '../src/core/error-help.ts';
import { ASSUMPTIONS } from '../src/limio/assumptions.ts';
import { VARIABLES } from '../src/server/node/variables.ts';
import { elementOf } from './element-of.ts';
import { readManifest } from './manifest.ts';

/** The README's tables, by the name in their markers: `<!-- table:name -->` … `<!-- /table -->`. */
function tables(manifest: Package): Record<string, string> {
  const { attributes, members, events, slots, cssParts, cssProperties } = elementOf(manifest);
  const named = new Set(attributes!.map(({ fieldName }) => fieldName));
  const own = members!.filter(({ name }) => !named.has(name));
  const described = (list: readonly { name: string; description?: string }[] = [], mark = code) =>
    list.map(({ name, description = '' }) => [mark(name), description]);
  return {
    attributes: table(
      ['attribute', 'property', 'meaning'],
      attributes!.map(({ name, fieldName, description }) => [code(name), code(fieldName!), description!]),
    ),
    methods: table(['property or method', 'meaning'], described(own)),
    events: table(
      ['event', 'class', 'when'],
      events!.map(({ name, type, description }) => [code(name), code(type.text), description!]),
    ),
    slots: table(
      ['slot', 'for'],
      described(slots, (name) => (name ? code(name) : '(default)')),
    ),
    parts: table(['part', 'what'], described(cssParts)),
    properties: table(
      ['custom property', 'default', 'what'],
      cssProperties!.map(({ name, default: standard, description }) => [
        code(name),
        standard ? code(standard) : '',
        description!,
      ]),
    ),
    errors: table(
      ['code', 'meaning', 'what to do'],
      Object.entries(ERROR_HELP).map(([name, row]) => [code(name), ...row]),
    ),
    variables: table(
      ['variable', 'needed', 'meaning'],
      Object.entries(VARIABLES).map(([name, row]) => [code(name), 'isNeeded' in row ? 'yes' : '', row.help]),
    ),
    assumptions: table(
      ['id', 'assumption'],
      described(Object.entries(ASSUMPTIONS).map(([name, description]) => ({ name, description }))),
    ),
  };
}

const code = (text: string): string => `\`${text}\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(
      (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`,
    )
    .join('\n');

/** The README with each table as the source has it today. */
export function withTables(readme: string): string {
  const today = tables(readManifest());
  return readme.replace(
    /(<!-- table:(\w+) -->\n)[^]*?(<!-- \/table -->)/g,
    (_, start: string, name: string, end: string) => {
      if (!today[name]) throw new Error(`The README asks for a table "${name}", which nobody makes.`);
      return `${start}${today[name]}\n${end}`;
    },
  );
}

/** `npm run docs` */
export const writeTables = (): void =>
  writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8')));
