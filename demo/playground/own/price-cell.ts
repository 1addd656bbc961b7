import type { Offer } from '../../../src/core/offer/offer.ts';
import { readWrittenInterval } from '../../../src/core/price/written-interval.ts';
import { readWrittenPrice } from '../../../src/core/price/written-price.ts';

/** What an offer says of its price. */
type Priced = Pick<Offer, 'price' | 'displayPrice' | 'smallPrint'>;

/** What the table says beside a price. */
export interface Beside {
  currency?: string | undefined;
  interval?: string | undefined;
  was?: string | undefined;
}

/** A dollar of no country. */
const DOLLAR = /(?<![A-Za-z])\$(?!\s?[A-Za-z])/;

/** The least of several prices. */
const FROM = /^(?:from|starting at|ab|à partir de|a partir de|dès|desde|vanaf|a partire da)\s+(?=\D{0,4}\d)/i;

/** Whom a price is for, which an offer says in small print: `per user`, `pro Platz`. */
const EACH =
  /\s*(?:per|pro|par|por|je|\/)\s*(?:active )?(?:user|seat|member|agent|person|licen[cs]e|nutzer|benutzer|platz|mitglied|utilisateur|usuario|gebruiker)\b/i;

/**
 * Reads a price as a cell or a line has it, with its interval and whom it is for: `29 €/Monat`, `$12 per user/month`.
 * A bare `$` is taken for a US dollar, as it mostly is one; {@link doubtsOf} says so.
 *
 * @returns what an offer says: a price, or the words as they stand.
 *
 * @example
 * priceIn('€290 / year').price; // { amount: '290', currency: 'EUR', interval: { unit: 'year', count: 1 } }
 */
export function priceIn(text: string, beside: Beside = {}): Priced {
  const [each = ''] = EACH.exec(text) ?? [];
  const { amount, interval = beside.interval } = partsOf(text.replace(each, '').replace(FROM, ''));
  const given = { ...beside, amount, interval: interval || undefined };
  const dollars = {
    ...given,
    amount: amount.replace(DOLLAR, 'US$'),
    was: beside.was?.replace(DOLLAR, 'US$'),
  };
  const read = /\d/.test(text)
    ? [given, dollars].map(readWrittenPrice).find(({ price }) => price)
    : undefined;
  if (!read?.price) {
    const words = /\d/.test(text) && !partsOf(text).interval ? [text, beside.currency, interval] : [text];
    return { displayPrice: [{ text: words.filter(Boolean).join(' ') }] };
  }
  return {
    price: { ...read.price, ...(FROM.test(text) && { isFrom: true }) },
    ...(each && { smallPrint: [{ text: each.replace('/', 'per ').trim().replace(/\s+/g, ' ') }] }),
  };
}

/** What was taken for granted, or could not be read, of a price. */
export function doubtsOf(text: string, { price }: Priced): string[] {
  if (price?.currency === 'USD' && DOLLAR.test(text))
    return ['“$” is read as US dollars. Write CAD or AUD for others.'];
  return !price && /^[\d.,\s]+$/.test(text)
    ? ['A price has no currency: write 29 EUR, or add a column “Currency”.']
    : [];
}

/** Where the amount ends and the interval begins. */
function partsOf(text: string): { amount: string; interval?: string } {
  for (const { index } of text.matchAll(/\s*\/|\s+/g)) {
    const [amount, interval] = [text.slice(0, index).trim(), text.slice(index).trim()];
    if (/\d/.test(amount) && readWrittenInterval(interval)) return { amount, interval };
  }
  return { amount: text.trim() };
}
