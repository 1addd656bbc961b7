import { fill } from '../../core/fill.ts';
import type { Offer, Price } from '../../core/offer/offer.ts';
import type { fillOffer } from '../../core/offer/placeholders.ts';
import { plainPriceLine, type PriceLine } from '../../core/price/plain-price-line.ts';
import type { Messages } from '../../locales/messages.ts';
import type { PlanMessages } from '../../locales/plan/plan-en.ts';
import { plain } from '../templates/price.ts';
import type { ExtrasPart } from '../view/drawing-parts.ts';

/** Everything that is said, and in which language. */
export interface PlanWords {
  words: Messages & PlanMessages;
  locale: string;
  /** For prices with conditions, and plans that hold more than names and lines of text; left out until it is there. */
  extras: PlanExtras | undefined;
}

/** What the first picture of a plan does without. */
export interface PlanExtras extends ExtrasPart {
  readonly messages: Partial<Messages>;
  readonly fillOffer: typeof fillOffer;
}

/** An offer with the merchant's own words once their placeholders can be filled; until then the numbers say it. */
export function inOwnWords(offer: Offer, { extras, locale }: PlanWords): Offer {
  const { displayPrice: _, smallPrint: __, ...rest } = offer;
  return extras ? extras.fillOffer(offer, locale) : rest;
}

/** A price as a card shows it, with its conditions once what says them is there. */
export const priceOf = (offer: Offer, says: PlanWords): PriceLine | undefined =>
  (says.extras?.priceLine ?? plainPriceLine)(inOwnWords(offer, says), says.words, says.locale);

/**
 * A price in one line: `€29 per month`, `3 × €29 per month`; empty where there is none. It is made from the numbers:
 * the merchant's own words may hold a struck price, which a line of text cannot strike.
 */
export function countedPrice(offer: Offer, count: number | undefined, says: PlanWords): string {
  const { displayPrice, ...rest } = offer;
  const line = priceOf(offer.price ? rest : offer, says);
  if (!line) return '';
  const { own, intro, before, amount, per, additional = [] } = line;
  const price = own
    ? plain(own.filter(({ style }) => style !== 'struck'))
    : [intro, before, amount, per, ...additional].filter(Boolean).join(' ');
  return count && count > 1 ? fill(says.words.times, { count, price }) : price;
}

/** A total in one line, charged as often as a plan. */
export const totalText = (
  total: { amount: string; currency: string },
  interval: Price['interval'],
  says: PlanWords,
): string =>
  countedPrice({ path: '/', name: '', price: { ...total, ...(interval && { interval }) } }, undefined, says);
