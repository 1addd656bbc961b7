import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import type { Interval, Price } from '../../src/core/offer/offer.ts';
import { limioItem } from './limio-reply.ts';

/** A charge as it is billed, in thousandths of the currency. */
interface Billed {
  value: number;
  every?: Interval;
  delay?: Interval;
  times?: number;
}

const DAYS = { day: 1, week: 7, month: 30.4375, year: 365.25 };
const days = ({ unit, count }: Interval) => DAYS[unit] * count;

const span = fc.record({
  unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
  count: fc.integer({ min: 1, max: 4 }),
});
const amount = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99_999 }));
const month = { unit: 'month' as const, count: 1 };
const billed = fc.record(
  // Mostly by the month, as what shares an interval is what may be taken for what follows.
  {
    value: amount,
    every: fc.oneof(fc.constant(month), span),
    delay: span,
    times: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: ['value'] },
);
const monthly = amount.map((value): Billed => ({ value, every: month }));

const written = (thousandths: number, decimals: number) => (thousandths / 1000).toFixed(decimals);

function priceOf(charges: readonly Billed[], currency: string, decimals: number): Price | undefined {
  const price__limio = charges.map(({ value, every, delay, times }) => ({
    type: every ? 'recurring' : 'onetime',
    value: written(value, decimals),
    currencyCode: currency,
    repeat_interval: every?.count,
    repeat_interval_type: every && `${every.unit}s`,
    repeat_count: times,
    delay_interval: delay?.count,
    delay_interval_type: delay && `${delay.unit}s`,
  }));
  const [offer] = readCatalog([limioItem({ price__limio, display_price__limio: '' })]).offers;
  return offer!.price;
}

/** Five years, in steps that meet every charge. */
const DAYS_LOOKED_AT = Array.from({ length: 1827 * 2 }, (_, half) => half / 2 + 0.25);

/** All that is charged until a day, in thousandths. */
const charged = ({ value, every, delay, times = Infinity }: Billed, day: number): number => {
  const since = day - (delay ? days(delay) : 0);
  if (since < 0) return 0;
  return value * (every ? Math.min(times, Math.floor(since / days(every)) + 1) : 1);
};

/** What a customer who reads the card expects to have paid by then. */
function told({ amount, interval, intro, additional = [] }: Price, day: number): number {
  const price: Billed = {
    value: thousandths(amount),
    ...(interval && { every: interval }),
    ...(intro && { delay: intro.duration }),
  };
  const beside = additional.map(({ amount, interval }): Billed => {
    return { value: thousandths(amount), ...(interval && { every: interval }) };
  });
  const parts = [price, ...beside].map((part) => charged(part, day));
  return parts.reduce((sum, part) => sum + part, intro ? thousandths(intro.amount) : 0);
}

const thousandths = (written: string): number => Math.round(Number(written) * 1000);

test.for([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
] as const)('a price in %s is never lower than what is charged by any day', ([currency, decimals]) => {
  const unit = 10 ** (3 - decimals);
  fc.assert(
    fc.property(fc.array(billed, { minLength: 1, maxLength: 5 }), (drawn) => {
      const charges = drawn.map((charge) => ({ ...charge, value: Math.floor(charge.value / unit) * unit }));
      const price = priceOf(charges, currency, decimals);
      const due = (day: number) => charges.reduce((sum, charge) => sum + charged(charge, day), 0);
      const isTooLow = (day: number) => price && told(price, day) < due(day);
      expect(DAYS_LOOKED_AT.filter(isTooLow), JSON.stringify(price)).toEqual([]);
    }),
  );
});

test('an interval on the card is the interval of a charge', () => {
  fc.assert(
    fc.property(fc.array(billed, { minLength: 1, maxLength: 5 }), (charges) => {
      const price = priceOf(charges, 'EUR', 2);
      const shown = [price?.interval, ...(price?.additional ?? []).map(({ interval }) => interval)];
      for (const interval of shown.filter((one) => one !== undefined))
        expect(charges.map(({ every }) => every)).toContainEqual(interval);
    }),
  );
});

test('what runs together in one interval is the sum to the last digit', () => {
  fc.assert(
    fc.property(fc.array(monthly, { minLength: 1, maxLength: 6 }), (charges) => {
      const sum = charges.reduce((all, { value }) => all + value, 0);
      const price = priceOf(charges, 'KWD', 3)!;
      expect(thousandths(price.amount)).toBe(sum);
      expect(price).toEqual({ amount: price.amount, currency: 'KWD', interval: month });
    }),
  );
});

test('nothing is free that costs something at the start', () => {
  fc.assert(
    fc.property(fc.array(billed, { minLength: 1, maxLength: 5 }), (charges) => {
      const intro = priceOf(charges, 'KWD', 3)?.intro;
      const atOnce = charges.reduce((sum, charge) => sum + charged(charge, 0), 0);
      if (atOnce && intro) expect(Number(intro.amount)).toBeGreaterThan(0);
    }),
  );
});
