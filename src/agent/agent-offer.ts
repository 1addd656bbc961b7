import type { AgentOffer } from '../contract/agent.ts';
import { productOf } from '../core/price/decimal.ts';
import { nearestQuantity } from '../core/offer/nearest-quantity.ts';
import type { Feature, Offer } from '../core/offer/offer.ts';
import { offerAddress } from '../core/link/offer-address.ts';
import { fillOffer } from '../core/offer/placeholders.ts';
import { perInterval } from '../core/price/plain-price-line.ts';
import { priceLine } from '../core/price/price-line.ts';
import { en } from '../locales/en.ts';
import { enConditions } from '../locales/en-conditions.ts';
import { plainText } from './plain-text.ts';
import { priceWords, spoken } from './price-words.ts';
import { shownName } from './shown-name.ts';

/** The language of what agents are told; a model says it in the language of its talk. */
const LOCALE = 'en';
const WORDS = { ...en, ...enConditions };

/** Longest texts of an offer, in characters. */
const MAX = { path: 300, price: 160, billed: 160, includes: 160 };

/** A path as an agent is shown it, and as it is understood again. */
export const shownPath = ({ path }: Pick<Offer, 'path'>): string => plainText(path, MAX.path);

/**
 * The offers of a list that an agent names by their paths, as they are in the catalogue, letter by letter, or as they
 * were shown: what cannot be seen makes no difference there. The list may be long, so it is looked through once.
 *
 * @returns an offer for each path, or nothing.
 */
export function offersNamed<Found extends Pick<Offer, 'path'>>(
  paths: readonly string[],
  offers: readonly Found[],
): (Found | undefined)[] {
  const exact = byPath(offers, ({ path }) => path);
  const shown = paths.every((path) => exact.has(path)) ? exact : byPath(offers, shownPath);
  return paths.map((path) => exact.get(path) ?? shown.get(shownPath({ path })));
}

/** Where two offers have one path, the first of them has it. */
const byPath = <Found>(offers: readonly Found[], pathOf: (offer: Found) => string): Map<string, Found> =>
  new Map([...offers].reverse().map((offer) => [pathOf(offer), offer]));

/**
 * An offer as facts in plain words. Its price is ready to be said, so that nobody has to calculate or translate.
 *
 * @param quantity how many are wanted; with it, what they cost together, where that follows from numbers.
 *
 * @example
 * agentOffer({ path: '/offers2/Pro', name: 'Pro', price: { amount: '29', currency: 'EUR' } });
 * // { path: '/offers2/Pro', name: 'Pro', price: '€29', billed: 'once', includes: '', quantity: '1' }
 */
export function agentOffer(offer: Offer, quantity?: number): AgentOffer {
  const { summary, features = [], smallPrint = [], price } = fillOffer(offer, LOCALE);
  const address = offer.href && offerAddress(offer.href);
  const total = quantity === undefined ? undefined : totalOf(offer, quantity);
  return {
    path: shownPath(offer),
    name: shownName(offer),
    price:
      plainText(priceWords(offer, WORDS, LOCALE), MAX.price) ||
      (offer.href ? 'on request' : 'shown at checkout'),
    billed: plainText(
      [
        price && (price.interval ? perInterval(price.interval, WORDS, LOCALE) : 'once'),
        spoken(smallPrint, WORDS),
      ]
        .filter(Boolean)
        .join('; '),
      MAX.billed,
    ),
    includes: plainText(
      [summary, ...features.flatMap(includedText)].filter(Boolean).join('; '),
      MAX.includes,
    ),
    quantity: quantityWords(offer),
    ...(total && { total }),
    ...(address && { url: address }),
  };
}

/** How many of an offer may be bought: `5 to 100, in steps of 5`. */
export function quantityWords({ quantity }: Pick<Offer, 'quantity'>): string {
  if (!quantity) return '1';
  const { min, max, step } = quantity;
  return `${min} to ${max}${step > 1 ? `, in steps of ${step}` : ''}`;
}

/** The price of several, from numbers alone: none where a card may say something else, or where the price has steps. */
function totalOf(offer: Offer, wanted: number): string | undefined {
  const { price, displayPrice, quantity } = offer;
  if (!quantity || !price || displayPrice || price.intro || price.isFrom || price.additional)
    return undefined;
  const count = nearestQuantity(quantity, wanted);
  const line = priceLine(
    { ...offer, price: { ...price, amount: productOf(price.amount, count) } },
    WORDS,
    LOCALE,
  );
  return `${[line?.amount, line?.per].filter(Boolean).join(' ')} for ${count}`;
}

/** A line of what is included; none for what is not. */
const includedText = (feature: string | Feature): string[] => {
  if (typeof feature === 'string') return [feature];
  const { text, value, included } = feature;
  return included === false ? [] : [value ? `${text}: ${value}` : text];
};
