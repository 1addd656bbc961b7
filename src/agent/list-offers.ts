import type { AgentOffer, ListOffersInput, ListOffersOutput } from '../contract/agent.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { isForSale } from '../core/offer/is-for-sale.ts';
import type { Offer } from '../core/offer/offer.ts';
import { agentOffer } from './agent-offer.ts';
import type { AgentShop, OfferAttributes } from './agent-shop.ts';
import { nearest } from './nearest.ts';
import { plainText } from './plain-text.ts';
import { codeSpan, escapeMarkdown, markdownLink } from './say/markdown.ts';

/** How many offers are listed unless more are asked for. */
const DEFAULT_LIMIT = 10;

/** Most labels that are named. */
const MAX_LABELS = 5;

/** Answers `list_offers`. An empty list is an answer, too: it names labels that would have given one. */
export async function listOffers(input: ListOffersInput, shop: AgentShop): Promise<ListOffersOutput> {
  const { label, where = [], country, quantity, limit = DEFAULT_LIMIT } = input;
  const isChosen = await choiceBy(where, shop.attributes);
  const { offers, readAt } = await shop.readOffers();
  const onSale = offers.filter((offer) => isForSale(offer, { now: shop.now(), country }) && isChosen(offer));
  const asked = label === undefined ? onSale : onSale.filter(({ labels }) => labels?.includes(label));
  const shown = asked.slice(0, limit).map((offer) => agentOffer(offer, quantity));
  const asOf = new Date(readAt).toISOString();
  return {
    say: [
      headline(shown.length, asked.length, asOf),
      ...wayOut(input, asked, onSale, shown.length),
      ...shown.map(line),
    ].join('\n'),
    offers: shown,
    total: asked.length,
    asOf,
  };
}

/**
 * Reads `name=value` as the offers it chooses.
 *
 * @throws {LimioError} `bad_request`, naming the attributes by which may be chosen
 */
async function choiceBy(
  where: readonly string[],
  attributes: OfferAttributes | undefined,
): Promise<(offer: Offer) => boolean> {
  if (!where.length) return () => true;
  const wanted = where.map((each) => {
    const [name = '', ...value] = each.split('=');
    return [name.trim(), value.join('=').trim()] as const;
  });
  const isWhole = wanted.every(([name, value]) => name && value);
  const isChosen = isWhole && (await attributes?.choose(wanted));
  if (isChosen) return isChosen;
  const remedy = attributes?.names ? `Names: ${attributes.names.join(', ')}.` : 'Ask without it.';
  throw new LimioError(
    'bad_request',
    attributes
      ? `\`where\` takes attributes of this shop as name=value. ${remedy}`
      : `\`where\` is not known here. ${remedy}`,
  );
}

function headline(shown: number, total: number, asOf: string): string {
  const count =
    shown < total
      ? `${shown} of ${total} offers; ask with \`label\` or a higher \`limit\` for more`
      : `${total} ${total === 1 ? 'offer' : 'offers'}`;
  return `${count}. Prices as of ${asOf.slice(0, 10)}.`;
}

/** What to ask instead, where nothing was found, or more than is shown. */
function wayOut(
  { label, where, country }: ListOffersInput,
  asked: readonly Offer[],
  onSale: readonly Offer[],
  shown: number,
): string[] {
  if (asked.length > shown) {
    const labels = namesOf(labelsOf(asked));
    return labels ? [`Labels: ${labels}.`] : [];
  }
  if (asked.length) return [];
  if (label !== undefined && onSale.length) {
    const labels = namesOf(nearest(label, labelsOf(onSale), MAX_LABELS));
    const remedy = labels ? `Labels like it: ${labels}.` : 'Ask without one.';
    return [`No offer has that label. ${remedy}`];
  }
  const given = Object.entries({ where, country }).flatMap(([name, value]) => (value ? codeSpan(name) : []));
  return given.length ? [`Ask without ${given.join(' and ')}.`] : [];
}

const labelsOf = (offers: readonly Offer[]): string[] => [
  ...new Set(offers.flatMap(({ labels = [] }) => labels)),
];

const namesOf = (labels: readonly string[]): string =>
  labels
    .slice(0, MAX_LABELS)
    .map((name) => codeSpan(plainText(name, 80)))
    .join(', ');

const line = ({ path, name, price, billed, includes, quantity, total, url }: AgentOffer): string =>
  [
    `- ${escapeMarkdown(name)} (${codeSpan(path)}): ${escapeMarkdown(price)}`,
    billed && !price.includes(billed) && `billed ${escapeMarkdown(billed)}`,
    total && escapeMarkdown(total),
    quantity !== '1' && `quantity ${quantity}`,
    includes && `includes ${escapeMarkdown(includes)}`,
    url && `no checkout here, see ${markdownLink('its page', url)}`,
  ]
    .filter(Boolean)
    .join('; ');
