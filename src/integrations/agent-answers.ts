import { agentOffer, offersNamed } from '../agent/agent-offer.ts';
import { meantList, meantNumber } from '../agent/meant-value.ts';
import { markdownLink } from '../agent/say/markdown.ts';
import { soldElsewhere } from '../agent/sold-elsewhere.ts';
import { unknownPath } from '../agent/unknown-path.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { isForSale } from '../core/offer/is-for-sale.ts';
import type { Offer } from '../core/offer/offer.ts';
import { MAX_QUANTITY } from '../core/offer/order-limits.ts';
import type { OffersOnPage, SellingElement } from './offers-on-page.ts';

/** Longest answer, in characters, as Chrome advises. https://developer.chrome.com/docs/ai/webmcp/secure-tools */
const MAX_ANSWER = 1500;

const MAX_PATHS = 10;

type Input = Record<string, unknown>;

/** Answers `limio_list_offers`: as many offers as an answer holds, and how many there are in all. */
export function listOnPage({ quantity, limit }: Input, onPage: OffersOnPage): object {
  const all = [
    ...new Map(forSale(onPage).flatMap(([, offers]) => offers.map((offer) => [offer.path, offer]))).values(),
  ];
  const offers = all
    .slice(0, count(limit, 20) ?? 10)
    .map((offer) => agentOffer(offer, count(quantity, MAX_QUANTITY)));
  const answer = () => ({ offers, total: all.length });
  while (JSON.stringify(answer()).length > MAX_ANSWER) offers.pop();
  return answer();
}

/** Answers `limio_make_link`. @throws {LimioError} in words for a model, as below */
export function linkOnPage({ paths }: Input, onPage: OffersOnPage): object {
  const { element, known } = chosen(paths, onPage);
  const url = element.purchaseLink(known);
  return { say: `${markdownLink('Checkout', url)}. Nothing is bought before the buyer pays there.`, url };
}

/** Answers `limio_go_to_checkout`, and goes there once the answer is on its way. */
export function leavePage({ paths }: Input, onPage: OffersOnPage): object {
  const { element, known } = chosen(paths, onPage);
  const url = element.purchaseLink(known);
  setTimeout(() => element.checkout(known));
  return { say: `The checkout opens. Should it not: ${markdownLink('Checkout', url)}.`, url };
}

/** The element that shows all of the offers, and their paths in the catalogue. */
function chosen(paths: unknown, onPage: OffersOnPage): { element: SellingElement; known: string[] } {
  const given = meantList(paths);
  const wanted: string[] = Array.isArray(given) ? [...new Set(given.slice(0, MAX_PATHS + 1))] : [];
  if (!wanted.length || wanted.length > MAX_PATHS || wanted.some((path) => typeof path !== 'string'))
    throw new LimioError(
      'bad_request',
      `\`paths\` is a list of 1 to ${MAX_PATHS} paths of limio_list_offers.`,
    );
  const lists = forSale(onPage);
  for (const [element, offers] of lists) {
    const known = offersNamed(wanted, offers).filter((offer) => offer !== undefined);
    if (known.length < wanted.length) continue;
    const elsewhere = known.find(({ href }) => href);
    if (elsewhere) throw soldElsewhere(elsewhere);
    return { element, known: known.map(({ path }) => path) };
  }
  const all = lists.flatMap(([, offers]) => offers);
  const strange = wanted[offersNamed(wanted, all).indexOf(undefined)];
  throw strange === undefined
    ? new LimioError(
        'offer_unavailable',
        'These offers are sold by different lists of the page. Make a link for each.',
      )
    : unknownPath(strange, { offers: all, onSale: all }, 'limio_list_offers');
}

/** What each element sells, in all of its groups: a customer is one click away from the others. */
const forSale = (onPage: OffersOnPage): [SellingElement, Offer[]][] =>
  [...onPage].map(([element, offers]) => {
    const market = { now: Date.now(), label: element.label, country: element.country.toUpperCase() };
    return [element, offers.filter((offer) => isForSale(offer, market))];
  });

function count(given: unknown, max: number): number | undefined {
  const number = meantNumber(given);
  return Number.isInteger(number) && (number as number) > 0 ? Math.min(number as number, max) : undefined;
}
