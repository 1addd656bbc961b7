import { decodeEntities } from './html/entities.ts';
import { BLOCK, htmlTokens, STRUCK } from './html/html-tokens.ts';

/** A line of an HTML field, and how it stands out from the others. */
export interface FeatureLine {
  text: string;
  /** Written as a heading or as the term of a list of definitions. */
  isHeading: boolean;
  /** All of it is struck. */
  isStruck: boolean;
  isSmall: boolean;
  /** What a pointer that rests on it would be shown. */
  hint?: string;
}

const HEADING = /^(?:h[1-6]|dt|th|caption)$/;

/** Cuts an HTML field into lines as a browser would show them, without the empty ones. */
export function featureLines(html: string): FeatureLine[] {
  const lines: FeatureLine[] = [];
  const open = { heading: 0, struck: 0, small: 0 };
  let runs: Array<{ text: string } & typeof open> = [];
  let hint: string | undefined;

  const flush = () => {
    const text = runs
      .map((run) => run.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const seen = runs.filter((run) => run.text.trim());
    const isAll = (name: keyof typeof open) => seen.every((run) => run[name]);
    if (text)
      lines.push({
        text,
        isHeading: isAll('heading'),
        isStruck: isAll('struck'),
        isSmall: isAll('small'),
        ...(hint && { hint }),
      });
    [runs, hint] = [[], undefined];
  };

  for (const token of htmlTokens(html)) {
    if ('text' in token) {
      runs.push({ text: decodeEntities(token.text), ...open });
      continue;
    }
    const { tag, isEnd, title } = token;
    if (BLOCK.test(tag)) flush();
    if (title) hint = decodeEntities(title).trim();
    const kind = HEADING.test(tag)
      ? 'heading'
      : STRUCK.test(tag)
        ? 'struck'
        : tag === 'small'
          ? 'small'
          : undefined;
    if (kind) open[kind] = Math.max(0, open[kind] + (isEnd ? -1 : 1));
  }
  flush();
  return lines;
}
