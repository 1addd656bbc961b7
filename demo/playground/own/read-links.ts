import { readPurchaseLink, type PurchaseLink } from '../../../src/core/link/purchase-link.ts';
import type { Offer } from '../../../src/core/offer/offer.ts';
import { readOffer } from '../../../src/core/offer/read-offer.ts';
import { contactIn } from './contact-line.ts';
import { AROUND, LONGEST_NAME } from './names.ts';
import { doubtsOf, priceIn } from './price-cell.ts';
import { usualPath } from './plans.ts';

/** An address, and in Markdown the name before it. */
const LINK = /(?:\[([^\]\n]*)\]\(\s*)?(https:\/\/[^\s<>"')\]]+)/g;

/** What lines of text hold. */
export interface Lines {
  offers: readonly Offer[];
  links: ReadonlyArray<{ link: PurchaseLink }>;
  problems: readonly string[];
}

/**
 * Reads lines of text: a purchase link with the words before it as the name, also from a mail whose program has led it
 * through its own address; a name with a price, or with a mailbox or a number to ask at; or a path of Limio.
 *
 * @example
 * readLines('Starter – 12 €/month').offers; // [{ path: '/offers2/Starter', name: 'Starter', price: … }]
 */
export function readLines(text: string): Lines {
  const lines = unfolded(text)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .map((line) => ({ line, links: linksOf(line) }));
  const linked = lines.flatMap(({ links }) => links);
  const problems = new Set<string>();
  const offers = new Map<string, Offer>();
  const add = (given: object, words: string) => {
    const offer = readOffer({ ...given, ...namedPrice(words, problems) });
    if (offer && !offers.has(offer.path)) offers.set(offer.path, offer);
  };
  const isList = lines
    .slice(1)
    .every(({ line }) => !line || /https:|@|tel:/.test(line) || Boolean(plan(line)));
  let before = '';
  for (const { line, links } of lines.filter(({ line }) => line)) {
    const contact = links.length ? undefined : contactIn(line, isList);
    for (const { link, words } of links)
      // A link may stand by itself, below what is said of its plan.
      for (const path of link.offers ?? [])
        add({ path, page: link.page }, words.replace(AROUND, '') || (plan(before) ? before : ''));
    if (contact) add(contact, '');
    else if (!linked.length && /^\/[\w-]+\/\S/.test(line)) add({ path: line }, '');
    else if (!linked.length && plan(line)) add({ path: usualPath(plan(line)!) }, line);
    before = links.length ? '' : line;
  }
  // An address alone is no list of plans.
  const isContactAlone = [...offers.values()].every(({ href }) => href);
  return { offers: isContactAlone ? [] : [...offers.values()], links: linked, problems: [...problems] };
}

/** The name of a plan that a line tells with its price. */
function plan(line: string): string | undefined {
  const { name, price } = namedPrice(line);
  return price && name;
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

/** What a line says of a plan. */
type Said = Pick<Offer, 'name' | 'price' | 'displayPrice' | 'smallPrint'>;

/**
 * `Team – €29 per month`, `Team (€29 per month)`: a name, and the price behind it where there is one.
 *
 * @param problems is told what was taken for granted of the price.
 */
function namedPrice(words: string, problems?: Set<string>): Partial<Said> {
  const clean = words.replace(AROUND, '').trim();
  const [, before = '', amount = ''] =
    /^(.+?)(?:\s*[:–—|=]\s*|\s+-\s+|,?\s+)(\D{0,4}\d.*)$/.exec(clean) ?? [];
  const priced = amount ? priceIn(amount.trim().replace(/^\((.*)\)$/, '$1')) : {};
  const name = (priced.price ? before : clean).replace(AROUND, '').replace(AROUND, '').trim();
  if (priced.price) for (const doubt of doubtsOf(words, priced)) problems?.add(doubt);
  return { ...(name && name.length <= LONGEST_NAME && { name }), ...(priced.price && priced) };
}
