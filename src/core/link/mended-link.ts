import { isUnfilled } from '../offer/unfilled.ts';
import { unquoted } from '../unquoted.ts';
import { mendedAddress } from './mended-address.ts';

/** Quotes part a value at its blanks: the rest of it becomes attributes, and the last of them has a quote. */
const QUOTE = /["'“”„‟«»‘’‚″]/;

/** No name of what is sold: an address, with or without its scheme. */
const ADDRESS = /^\S+\.[a-z]+(:\d+)?\/\S*$/i;

/** What a line break in the middle of a tag, as PHP's `nl2br` puts there, leaves of it: attributes as text. */
const SPILT = /^\s*((?:data-[\w-]+="[^"]*"\s*)+)\/?>/;

/** Words beside the name: "(opens in a new tab)", for those who do not see the mark that says so. */
const ASIDES = 'svg,.sr-only,.visually-hidden,.screen-reader-text';

/**
 * A link, or what stands around it, as its author meant it: its address without what editors and trackers put into it,
 * and its `data-*` whole and without what templates print for nothing. Where it has no words, a picture in it, or what
 * it is called for those who do not see it, says them.
 *
 * @param part is left as it is.
 */
export function mendedLink(part: Element): HTMLAnchorElement {
  const link = part as HTMLElement;
  const copy = link.ownerDocument.createElement('a');
  let last: Attr | undefined;
  let pieces = '';
  for (const attribute of link.attributes) {
    const { name, value } = attribute;
    if (/^(data-[^"]*|href)$/.test(name)) {
      copy.setAttributeNode((last = attribute.cloneNode() as Attr));
      pieces = '';
    } else {
      pieces += ` ${name}${value && `=${value}`}`;
      const isOpen = last && /^[“„«]/.test(last.value);
      if (last && (QUOTE.test(name) || (isOpen && QUOTE.test(value)))) {
        // Plain quotes inside plain quotes: they are lost, the words are not.
        last.value = isOpen ? last.value + pieces : last.value.trimEnd() + pieces.replace(/["']/g, '');
        pieces = '';
      }
    }
  }
  const whole = wholeText(link);
  const [start = '', spilt = ''] = SPILT.exec(whole) ?? [];
  for (const [, name, value] of spilt.matchAll(/(data-[\w-]+)="([^"]*)"/g)) copy.setAttribute(name!, value!);
  const { dataset } = copy;
  for (const key of Object.keys(dataset)) {
    const given = dataset[key]!;
    // An apostrophe or a mark of inches is no quote.
    const value = filled(/^[a-z].*["″']$/i.test(given) ? given : unquoted(given));
    if (dataset[key] && !value) delete dataset[key];
    else dataset[key] = value;
  }
  copy.href = mendedAddress(copy.getAttribute('href') ?? '');
  const text = whole.slice(start.length);
  const words = [...link.querySelectorAll(ASIDES)].reduce(
    (all, aside) => all.replace(aside.textContent!, ''),
    text,
  );
  copy.textContent =
    [words, text, link.querySelector('img')?.alt, link.ariaLabel, link.title].find(isName) ?? '';
  return copy;
}

/**
 * The text of a link. A paragraph that begins in the middle of its tag makes links of it to the same address, the first of
 * them empty, and leaves `</p>` as attributes.
 */
const wholeText = (link: Element): string =>
  link.hasAttribute('<')
    ? [...link.ownerDocument.querySelectorAll('a')]
        .filter((part) => part.getAttribute('href') === link.getAttribute('href'))
        .map(({ textContent }) => textContent)
        .join(' ')
    : link.textContent!;

/** A value, or the parts of one that is a list, without those that a template had nothing for. */
const filled = (value: string): string =>
  value
    .replace(/\*\|\w+\|\*/g, '')
    .split('|')
    .filter((part) => !isUnfilled(part))
    .join('|');

const isName = (words: string | null | undefined): boolean =>
  /\S/.test(words ?? '') && !isUnfilled(words) && !ADDRESS.test(words!.trim());
