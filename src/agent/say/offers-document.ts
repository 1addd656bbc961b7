import { isForSale } from '../../core/offer/is-for-sale.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { agentOffer } from '../agent-offer.ts';
import type { AgentShop, PublishedOffers } from '../agent-shop.ts';
import { offerLink } from '../offer-link.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';

/** Most offers of one document: more than these are a catalogue, and no reading matter. */
const MAX_OFFERS = 50;

/** Most bytes of its list, in UTF-8. */
const MAX_BYTES = 19_000;

/** Which offers are in it; left out: all that are on sale. */
export interface DocumentChoice {
  label?: string | undefined;
  /** ISO 3166-1 alpha-2 code in capitals. */
  country?: string | undefined;
  /** Address to which names of offers may be added, for a link that ends at the same checkout. */
  shortLinks?: string;
}

/**
 * What is on sale as Markdown, for readers that follow links but call nothing: crawlers, answer engines, notes of
 * an agent. It has the form of an `llms.txt`: a heading, what it is, and one link for each offer.
 *
 * @returns at most 50 offers and 20 kB; what is left out is counted at the end.
 * @throws {LimioError} `shop_invalid`, `page_invalid`
 * @see https://llmstxt.org
 *
 * @example
 * offersDocument({ offers, readAt: Date.now() }, { shop: 'https://shop.example.com', now: Date.now });
 * // '# Subscriptions of shop.example.com … - [Pro](<https://…>): €29 per month\n'
 */
export function offersDocument(
  { offers, readAt }: PublishedOffers,
  shop: Pick<AgentShop, 'shop' | 'page' | 'now'>,
  { shortLinks, ...choice }: DocumentChoice = {},
): string {
  const onSale = offers.filter((offer) => isForSale(offer, { now: shop.now(), ...choice }));
  const lines = withinSize(onSale.slice(0, MAX_OFFERS).map((offer) => lineOf(offer, shop)));
  const left = onSale.length - lines.length;
  return [
    `# Subscriptions of ${escapeMarkdown(new URL(shop.shop).host)}`,
    `> Prices as of ${new Date(readAt).toISOString().slice(0, 10)}. Each link opens a checkout with that offer in the basket; nothing is bought before the buyer pays there.`,
    ...(shortLinks ? [`Short links: \`${shortLinks}NAME\`; several names with commas between them.`] : []),
    '## Offers',
    lines.join('\n') || 'Nothing is on sale.',
    ...(left ? [`${left} more of them: ask with a label or a country.`] : []),
    '',
  ].join('\n\n');
}

function lineOf(offer: Offer, shop: Pick<AgentShop, 'shop' | 'page'>): string {
  const { name, price, billed, includes } = agentOffer(offer);
  const url = offerLink(offer, shop);
  const facts = [price, price.includes(billed) ? '' : `billed ${billed}`, includes].filter(Boolean);
  return `- ${url ? markdownLink(name, url) : escapeMarkdown(name)}: ${facts.map(escapeMarkdown).join('; ')}`;
}

/** The first lines that fit, whole. */
function withinSize(lines: readonly string[]): string[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  return lines.filter((line) => (bytes += encoder.encode(line).length + 1) <= MAX_BYTES);
}
