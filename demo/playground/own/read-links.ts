import { readPurchaseLink, type PurchaseLink } from '../../../src/core/link/purchase-link.ts';
import type { Offer } from '../../../src/core/offer/offer.ts';
import { readOffer } from '../../../src/core/offer/read-offer.ts';
import { doubtsOf, priceIn } from './price-cell.ts';
import { usualPath } from './plans.ts';

/** An address, and in Markdown the name before it. */
const LINK = /(?:\[([^\]\n]*)\]\(\s*)?(https:\/\/[^\s<>"')\]]+)/g;

/** Marks of a list or a quoted mail before a name, and what leads to a link or a price behind it. */
const AROUND = /^(?:[\s\-*•>|]|\d+[.)])+|[\s:–—\-|(<=]+$/gu;

/** The longest text that is a name, and no sentence. */
const LONGEST_NAME = 60;

/** What lines of text hold. */
export interface Lines {
  offers: readonly Offer[];
  links: ReadonlyArray<{ link: PurchaseLink }>;
  problems: readonly string[];
}

/**
 * Reads lines of text: a purchase link with the words before it as the name, also from a mail whose program has led it
 * through its own address; a name with a price; or a path of Limio.
 *
 * @example
 * readLines('Starter – 12 €/month').offers; // [{ path: '/offers2/Starter', name: 'Starter', price: … }]
 */
export function readLines(text: string): Lines {
  const lines = unfolded(text).split(/\r?\n/);
  const linked = lines.flatMap(linksOf);
  const problems = new Set<string>();
  const offers = new Map<string, Offer>();
  const add = (path: string, words: string, page?: string) => {
    const { name, price } = namedPrice(words);
    if (price) for (const doubt of doubtsOf(words, price)) problems.add(doubt);
    const offer = readOffer({ path, ...(name && { name }), ...price, page });
    if (offer && !offers.has(path)) offers.set(path, offer);
  };
  for (const { link, words } of linked) for (const path of link.offers ?? []) add(path, words, link.page);
  if (!linked.length)
    for (const line of lines.map((each) => each.trim()))
      if (/^\/[\w-]+\/\S/.test(line)) add(line, '');
      else {
        const { name, price } = namedPrice(line);
        if (name && price) add(usualPath(name), line);
      }
  return { offers: [...offers.values()], links: linked, problems: [...problems] };
}

function linksOf(line: string): Array<{ link: PurchaseLink; words: string }> {
  return [...line.matchAll(LINK)].flatMap(({ 1: title, 2: address = '', index }) => {
    const link = readPurchaseLink(directed(address.replace(/[.,;!?]+$/, '')));
    return link?.offers ? [{ link, words: title ?? line.slice(0, index) }] : [];
  });
}

/** Where an address leads that a mail program or a search engine has put around another one. */
function directed(address: string): string {
  if (!URL.canParse(address)) return address;
  const inside = [...new URL(address).searchParams.values()];
  return inside.find((value) => /^https:\/\/.*purchase=/.test(value)) ?? address;
}

/** Lines that a mail has broken, put together again. */
const unfolded = (text: string): string =>
  /=3D|purchase=\S*=\r?\n/.test(text) ? text.replace(/=\r?\n/g, '').replaceAll('=3D', '=') : text;

/** `Team – €29 per month`: a name, and the price behind it where there is one. */
function namedPrice(words: string): { name?: string; price?: ReturnType<typeof priceIn> } {
  const clean = words.replace(AROUND, '').trim();
  const [, before = '', amount = ''] = /^(.+?)(?:\s*[:–—|=]\s*|\s+-\s+|\s+)(\D{0,4}\d.*)$/.exec(clean) ?? [];
  const price = amount ? priceIn(amount.trim()) : undefined;
  const name = (price?.price ? before : clean).replace(AROUND, '').replace(AROUND, '').trim();
  return { ...(name && name.length <= LONGEST_NAME && { name }), ...(price?.price && { price }) };
}
