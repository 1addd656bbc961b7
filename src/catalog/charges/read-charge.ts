import type { Interval } from '../../core/offer/offer.ts';
import { readInterval } from '../../core/offer/plain-offer.ts';
import { readPrice } from '../../core/offer/read-offer.ts';
import type { RawCharge } from '../raw-item.ts';

/** One charge of an offer, as Limio bills it. */
export interface Charge {
  /** Decimal string in major units. */
  amount: string;
  currency: string;
  /** How often it is charged; left out: once. */
  interval?: Interval | undefined;
  /** With tiers: the lowest of their prices. */
  isFrom?: boolean | undefined;
  /** How long after the start it is charged for the first time; left out: at the start. */
  delay?: Interval | undefined;
  /** How many times it is charged; left out: until the customer cancels. */
  times?: number | undefined;
}

/**
 * Reads one charge of an offer.
 *
 * @returns `undefined` for what cannot be read in full, `null` for a price per unit of use, which is no price of
 *   the offer.
 * @see https://docs.limio.com/product/pricing (charges, delays and tiers)
 */
export function readCharge(raw: RawCharge | undefined): Charge | null | undefined {
  const { type = '', currencyCode, repeat_interval, repeat_interval_type, delay_interval } = raw ?? {};
  const isOnce = /^one-?time$/i.test(type);
  const isRecurring = /^recurring/i.test(type);
  if (type && !isOnce && !isRecurring) return null;
  if (!raw || isYes(raw.use_external_price)) return undefined;
  const interval = isOnce ? undefined : spanOf(repeat_interval || '1', repeat_interval_type);
  const isWaiting = Boolean(delay_interval) && !/^0+$/.test(delay_interval!);
  const delay = isWaiting ? spanOf(delay_interval, raw.delay_interval_type) : undefined;
  // Without its interval it would be taken for a single payment, without its delay for one at the start.
  if (((isRecurring || repeat_interval_type) && !isOnce && !interval) || (isWaiting && !delay))
    return undefined;
  const price = readPrice({ currency: currencyCode, ...amountOf(raw) });
  return price && { ...price, interval, delay, times: interval && timesOf(interval, raw.repeat_count) };
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

const isYes = (flag: string | undefined) => flag === 'true';

const spanOf = (count: string | undefined, unit: string | undefined): Interval | undefined =>
  count ? readInterval(`${count} ${unit}`) : undefined;

/** How many times it is charged. A count that comes to more than any contract lasts is taken for none. */
function timesOf(interval: Interval, count = ''): number | undefined {
  const times = /^\d{1,4}$/.test(count) ? Number(count) : 0;
  return interval.count * times < 10_000 ? times || undefined : undefined;
}
