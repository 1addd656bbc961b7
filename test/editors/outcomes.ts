import { readFileSync, writeFileSync } from 'node:fs';
import type { Form } from './program.ts';

/** One row of the table in the docs. */
export interface Row {
  software: string;
  settings: string;
  form: Form;
  /** What customers find where the snippet brings its own script. */
  pasted: string;
  /** What they find where the site loads the script in its head. */
  head: string;
}

const DOCS = new URL('../../docs/editors.md', import.meta.url);

/** Tabs of the playground. */
const TABS: Record<Form, string> = {
  module: 'HTML',
  wordpress: 'WordPress',
  markdown: 'Markdown',
  docs: 'Docs',
  iframe: 'Iframe',
};

const HEAD = '| software | settings | snippet | as pasted | with the script in the head of the site |';

/** The rows of the docs. */
export function rowsOf(): Row[] {
  const text = readFileSync(DOCS, 'utf8');
  return text
    .slice(text.indexOf(HEAD))
    .split('\n')
    .slice(2)
    .filter((line) => line.startsWith('|'))
    .map((line) => {
      const [software = '', settings = '', tab = '', pasted = '', head = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      const form = (Object.keys(TABS) as Form[]).find((each) => TABS[each] === tab)!;
      return { software, settings, form, pasted, head };
    });
}

/** Writes the table anew, in place of the one that is there. */
export function writeRows(rows: readonly Row[]): void {
  const text = readFileSync(DOCS, 'utf8');
  const lines = rows.map(
    ({ software, settings, form, pasted, head }) =>
      `| ${[software, settings, TABS[form], pasted, head].join(' | ')} |`,
  );
  const table = [HEAD, '| --- | --- | --- | --- | --- |', ...lines, ''].join('\n');
  writeFileSync(DOCS, text.slice(0, text.indexOf(HEAD)) + table);
}
