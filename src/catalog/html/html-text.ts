import type { Segment } from '../../core/offer/offer.ts';
import { decodeEntities } from './entities.ts';
import { BLOCK, htmlTokens, STRUCK } from './html-tokens.ts';

const STRONG = /^(?:strong|b|em|h[1-6])$/;
const CELL = /^t[dh]$/;

/**
 * Reads what a merchant wrote in an HTML field as plain pieces of text, struck or strong.
 *
 * Nothing is ever inserted: markup that is not known vanishes, its text stays text. White space is collapsed
 * as a browser does; blocks and `<br>` become one line break.
 *
 * @returns no pieces when there is nothing to read, as in `<p><br></p>`.
 *
 * @example
 * htmlSegments('<p><s>€35</s> <strong>€29</strong> per month</p>');
 * // [{ text: '€35', style: 'struck' }, { text: ' ' }, { text: '€29', style: 'strong' }, { text: ' per month' }]
 */
export function htmlSegments(html: string): Segment[] {
  const segments: Segment[] = [];
  const depth = { struck: 0, strong: 0 };
  /** White space that is written only once more text follows. */
  let gap = '';

  const write = (text: string, style: Segment['style']) => {
    const last = segments.at(-1);
    if (last && last.style === style) last.text += text;
    else if (text) segments.push(style ? { text, style } : { text });
  };

  for (const token of htmlTokens(html)) {
    if ('tag' in token) {
      if (BLOCK.test(token.tag)) gap = '\n';
      if (CELL.test(token.tag)) gap ||= ' ';
      const style = STRUCK.test(token.tag) ? 'struck' : STRONG.test(token.tag) ? 'strong' : undefined;
      if (style) depth[style] = Math.max(0, depth[style] + (token.isEnd ? -1 : 1));
      continue;
    }
    const style = depth.struck ? 'struck' : depth.strong ? 'strong' : undefined;
    // A hard space is not collapsed, so it counts as a character of a word.
    for (const [, space, word] of decodeEntities(token.text).matchAll(/([ \t\n\r\f]+)|([^ \t\n\r\f]+)/g))
      if (space) gap ||= ' ';
      else if (word) {
        // A line through the space between two prices would look like a dash.
        if (segments[0]) write(gap, segments.at(-1)?.style === style ? style : undefined);
        write(word, style);
        gap = '';
      }
  }
  return segments.some(({ text }) => text.trim()) ? segments : [];
}

/**
 * The lines of text in an HTML field, without their styles.
 *
 * @example
 * htmlLines('<ul><li>Reports &amp; audit</li><li>Support</li></ul>'); // ['Reports & audit', 'Support']
 */
export const htmlLines = (html: string): string[] =>
  htmlSegments(html)
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
