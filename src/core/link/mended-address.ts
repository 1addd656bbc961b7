import { unquoted } from '../unquoted.ts';

/**
 * Programs that send each link of a text through a site of their own, and that name where it leads in a parameter: Google
 * Docs, Outlook, Facebook, Instagram, LinkedIn, YouTube and Slack. Of other sites nothing is known: one may pay whoever
 * sent the customer.
 */
const DETOUR =
  /^https:\/\/(www\.google\.[a-z.]+\/url|\w+\.safelinks\.protection\.outlook\.com\/[\w/-]*|lm?\.(facebook|messenger)\.com\/l\.php|l\.instagram\.com\/|www\.linkedin\.com\/(redir\/redirect|safety\/go)|www\.youtube\.com\/redirect|slack-redir\.net\/link)\?/i;

/** Blanks in an address, also encoded ones, and line breaks between them. */
const BLANKS = /(?:\s|%20|%C2%A0|%0[9AD])+/gi;

/** What is put right in an address, one after the other. */
const MENDS: ReadonlyArray<readonly [damage: RegExp, mended: string | ((found: string) => string)]> = [
  // Quotes that were encoded, or angle brackets, and what a program has put before what it took for a path. A handful of
  // them at the end, so that no address takes long.
  [
    /^(?:https?:\/\/(?:[^?]+\/)?)?(?:%E2%80%9[C-F]|%C2%[AB]B|%22|%3C|<)+(https?:.*?)(?:%E2%80%9[C-F]|%C2%[AB]B|%22|%3E|>){0,5}$/i,
    '$1',
  ],
  // Schemes that an editor wrote before another, and none at all, as of the page. One `http` alone is what was meant.
  [/^(?:https?:)?\/\/(?:(?:https?:?)?\/\/)+|^\/\//i, 'https://'],
  // A host without its scheme, which a browser takes for a page beside this one: `shop.example.com/checkout?purchase=…`.
  [/^(?=(?:[\w-]+\.)+(?!php|html?|aspx?|jsp)[a-z]{2,}\/[^?]*\?.*purchase=)/i, 'https://'],
  // Signs that have no width, those that turn the direction among them, and spaces that do not break.
  [
    /[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|%(C2%AD|E2%80%(8[BEF]|A[A-E])|E2%81%A[06-9]|EF%BB%BF)/gi,
    '',
  ],
  [/\xa0|%C2%A0/gi, '%20'],
  // What a tracker has added behind a second question mark came to be a part of a value.
  [
    /%3F(?=(utm_|\w*clid)\w*(=|%3D))[^&]*/gi,
    (query) => query.replace(/%3F|%26/gi, '&').replace(/%3D/gi, '='),
  ],
  // The question mark of the link itself came to be a part of the path.
  [/^([^?]*)(\?|%3F)purchase(=|%3D)/i, '$1?purchase='],
  // Ampersands that were escaped again, and second question marks; the first of them all begins the query.
  [/[?&](&|(amp)?(;|%3B)|#0*38;)*(?=[\w-]+=)/gi, '&'],
  [/&/, '?'],
];

/** The address that such a link leads to. */
function destination(address: string): string {
  if (!DETOUR.test(address)) return address;
  const { searchParams } = new URL(address);
  return ['q', 'url', 'u'].map((name) => searchParams.get(name)).find(Boolean) ?? address;
}

/**
 * The address of a purchase link as it was before editors and trackers had it: with its scheme, in one line, without
 * quotes around it, without signs that have no width, with plain spaces, with ampersands that were not escaped again,
 * with one question mark, also where a tracker's came to be a part of the path, and without the detour that a program
 * has put before it.
 *
 * @example
 * mendedAddress('“https://shop.example.com/checkout?purchase=/offers2/Pro&amp;pc=A?utm_source=b”');
 * // 'https://shop.example.com/checkout?purchase=/offers2/Pro&pc=A&utm_source=b'
 */
export function mendedAddress(written: string): string {
  const plain = MENDS.reduce(
    (address, [damage, mended]) => address.replace(damage, mended as string),
    destination(unquoted(written).replace(BLANKS, evened)),
  );
  // It was encoded as a whole once more.
  return /%252[0F]/i.test(plain) ? plain.replaceAll('%25', '%') : plain;
}

/**
 * None at the end of a value; one for a line break, and none for one that stands beside a sign of addresses. Programs
 * that encode a space mean it.
 */
function evened(blanks: string, at: number, address: string): string {
  if (/^(%20)+$/.test(blanks)) return blanks;
  const next = address[at + blanks.length] ?? '&';
  if (next === '&') return '';
  if (!/[\n\r]|%0[AD]/i.test(blanks)) return blanks;
  return /[?&=/%]/.test(next) || /([?&=/]|%2F)$/i.test(address.slice(0, at).slice(-3)) ? '' : '%20';
}
