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

/** Writes a table between the markers of the README; without a README, or without markers in it, nothing. */
export function writeReadme(text: string): boolean {
  const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
  if (!PLACE.test(readme)) return false;
  writeFileSync(
    'README.md',
    readme.replace(PLACE, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`),
  );
  return true;
}
