import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './figure.ts';

const ratio = (value: number): string => value.toFixed(value < 0.095 ? 3 : 2);

/** All figures as one Markdown table, with what ran where above it. */
export function table(groups: ReadonlyMap<string, readonly Figure[]>, note: string): string {
  const rows = [...groups].flatMap(([group, figures]) =>
    figures.map(({ what, ours, beside = '', ratio: spread, aim }, n) => [
      n ? '' : `**${group}**`,
      what,
      ours,
      beside,
      spread ? `${ratio(spread.median)} [${ratio(spread.low)}–${ratio(spread.high)}]` : '',
      aim === undefined ? '' : `≤ ${ratio(aim)} ${spread!.median <= aim ? '✓' : '✗'}`,
    ]),
  );
  const head = ['group', 'what', 'ours', 'beside', 'ratio', 'aim'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${note}\n\n${lines.join('\n')}`;
}

const PLACE = /(<!-- bench -->\n)[^]*?(<!-- \/bench -->)/;

/** The document that shows what was measured. */
export const DOCUMENT = 'docs/benchmarks.md';

/** Writes a table between the markers of the document; without it, or without markers in it, nothing. */
export function writeDocument(text: string): boolean {
  const page = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '';
  if (!PLACE.test(page)) return false;
  writeFileSync(
    DOCUMENT,
    page.replace(PLACE, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`),
  );
  return true;
}
