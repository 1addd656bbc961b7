import type { Interval, Price } from '../core/offer.ts';
import { readInterval, readPrice } from '../core/read-offer.ts';
import type { RawCharge } from './raw-item.ts';

/** What an offer costs, as far as numbers can say. */
export interface Charges {
  price?: Price;
  /** What is charged on top at the start, such as a set-up fee. */
  extras: Price[];
}

interface Charge {
  price: Price;
  /** How long after the start it is charged for the first time. */
  delay?: Interval | undefined;
  /** How often it is charged; left out: until the customer cancels. */
  times?: number | undefined;
}

/** Mean lengths in days, to compare spans of different units. */
const DAYS = { day: 1, week: 7, month: 30.44, year: 365.25 };

/**
 * Makes one price of the charges of an offer: the one that stays, and what is paid before it.
 *
 * A later recurring charge is the price and what is charged until then its `intro`, as the whole amount of
 * that time: 1.00 monthly for 3 months is `3.00`. A charge of 0.00 at the start is a free trial. Where Limio
 * leaves the price to another system, there is none. Charges in another currency than the first are not read.
 *
 * @see https://docs.limio.com/product/pricing (charges, delays and tiers; how they combine is assumed)
 */
export function readCharges(raws: readonly (RawCharge | undefined)[] = []): Charges {
  if (raws.some((raw) => raw?.use_external_price === 'true')) return { extras: [] };
  const read = raws.flatMap((raw) => (raw && readCharge(raw)) ?? []);
  const charges = read.filter(({ price }) => price.currency === read[0]?.price.currency);
  const recurring = charges.filter(({ price }) => price.interval);
  const later = recurring.filter(({ delay }) => delay).sort((a, b) => days(a.delay) - days(b.delay));
  const main = later.at(-1) ?? recurring.find(({ times }) => !times) ?? recurring[0] ?? charges[0];
  if (!main) return { extras: [] };

  const atStart = [...recurring, ...charges].filter((charge) => charge !== main && !charge.delay);
  const first = atStart.find((charge) => main.delay || isTrial(charge));
  const duration = first && (later[0]?.delay ?? span(first));
  const intro = duration && { amount: total(first, duration), duration };
  return {
    price: { ...main.price, ...(intro && { intro }) },
    extras: [...new Set(atStart)]
      .filter((charge) => charge !== first && Number(charge.price.amount))
      .map(({ price }) => price),
  };
}

function readCharge(raw: RawCharge): Charge | undefined {
  const { type = '', currencyCode: currency, repeat_interval, repeat_interval_type } = raw;
  const isOnce = /^one-?time$/i.test(type);
  const isRecurring = /^recurring/i.test(type);
  // A price per unit of use is no price of the offer.
  if (type && !isOnce && !isRecurring) return undefined;
  const interval = isOnce ? undefined : spanOf(repeat_interval || '1', repeat_interval_type);
  // Without its interval it would be taken for a single payment.
  if (isRecurring && !interval) return undefined;
  const price = readPrice({ currency, interval, ...amountOf(raw) });
  return (
    price && {
      price,
      delay: spanOf(raw.delay_interval, raw.delay_interval_type),
      times: whole(raw.repeat_count),
    }
  );
}

/** With tiers: the lowest price of one unit, or what the first band costs in all. */
function amountOf({ value, tiers }: RawCharge): { amount?: unknown; isFrom?: boolean } {
  const prices = (tiers ?? [])
    .map((tier) => tier?.price ?? '')
    .filter((price) => /^\d+(\.\d+)?$/.test(price));
  if (!prices.length) return { amount: value };
  const isFlat = tiers?.some((tier) => /flat/i.test(tier?.price_format ?? ''));
  const amount = isFlat
    ? prices[0]
    : prices.reduce((low, price) => (Number(price) < Number(low) ? price : low));
  return { amount, isFrom: prices.some((price) => Number(price) !== Number(amount)) };
}

const isTrial = (charge: Charge) => !Number(charge.price.amount) && Boolean(span(charge));

/** How long a charge that ends is charged for. */
const span = ({ price: { interval }, times }: Charge): Interval | undefined =>
  interval && times ? { unit: interval.unit, count: interval.count * times } : undefined;

/** All that is charged within a time. */
function total({ price: { amount, interval }, times = Infinity }: Charge, duration: Interval): string {
  const fits = interval ? Math.max(1, Math.round(days(duration) / days(interval))) : 1;
  const sum = Number(amount) * Math.min(fits, times);
  return sum ? sum.toFixed(amount.split('.')[1]?.length ?? 0) : '0';
}

const days = (interval: Interval | undefined): number =>
  interval ? DAYS[interval.unit] * interval.count : 0;

const spanOf = (count: string | undefined, unit: string | undefined): Interval | undefined =>
  count ? readInterval(`${count} ${unit}`) : undefined;

const whole = (count: string | undefined): number | undefined =>
  /^\d{1,4}$/.test(`${count}`) ? Number(count) || undefined : undefined;
