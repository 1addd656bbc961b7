import { decimalsOf, fromUnits, productOf, toUnits } from './decimal.ts';
import type { Interval, Offer, Price } from '../offer/offer.ts';

/** Decimals with which amounts of different lengths are compared; prices have at most six. */
const DECIMALS = 6;

/**
 * How much less is paid than at the former price, in whole percent, rounded down.
 *
 * @returns `undefined` where less than one percent is saved, or the amount is not all that is paid: a lowest price of
 * several, an introduction, or charges beside the price.
 *
 * @example
 * formerSaving({ amount: '290', currency: 'EUR', was: '348' }); // 16
 */
export function formerSaving(price: Price): number | undefined {
  if (!price.was || !isPlain(price)) return undefined;
  return percent(toUnits(price.amount, DECIMALS), toUnits(price.was, DECIMALS));
}

/**
 * What one interval saves on another for the same plan, in whole percent, rounded down.
 *
 * Nothing where the two cannot be compared to the cent: another currency, months beside weeks, a lowest price of
 * several, an introduction, or charges beside the price.
 *
 * @example
 * intervalSaving(
 *   { amount: '290', currency: 'EUR', interval: { unit: 'year', count: 1 } },
 *   { amount: '29', currency: 'EUR', interval: { unit: 'month', count: 1 } },
 * ); // 16
 */
export function intervalSaving(price: Price, twin: Price): number | undefined {
  if (price.currency !== twin.currency || !isPlain(price) || !isPlain(twin)) return undefined;
  const [own, other] = [lengthOf(price.interval), lengthOf(twin.interval)];
  if (!own || !other || own.base !== other.base || own.count === other.count) return undefined;
  // Both are compared over one span of time, which holds a whole number of each interval.
  const paid = toUnits(price.amount, DECIMALS) * BigInt(other.count);
  return percent(paid, toUnits(twin.amount, DECIMALS) * BigInt(own.count));
}

/**
 * What every plan of a group saves at least beside its twin of the same name in another group, in whole percent.
 *
 * @param plans of the group. What is free, and what leads elsewhere without a price, is passed over.
 * @param others the plans of the other group.
 * @returns `undefined` where one plan that costs something has no twin, or saves nothing.
 *
 * @example
 * groupSaving(yearly, monthly); // 16
 */
export function groupSaving(plans: readonly Offer[], others: readonly Offer[]): number | undefined {
  const savings = plans
    .filter((offer) => !isFree(offer.price) && !isContact(offer))
    .map(({ name, price }) => {
      const [twin, ...more] = others.filter((offer) => offer.name === name);
      // Two offers of the same name leave it in doubt which one is meant.
      return price && twin?.price && !more.length ? intervalSaving(price, twin.price) : undefined;
    });
  const sure = savings.filter((saving) => saving !== undefined);
  return sure.length && sure.length === savings.length ? Math.min(...sure) : undefined;
}

/**
 * What a price of several months comes to in one month, rounded up, so that it is never less than what is charged.
 *
 * @param decimals digits that the currency has, such as 0 for `JPY`.
 * @returns `undefined` where it is not charged every several months.
 *
 * @example
 * perMonth({ amount: '290', currency: 'EUR', interval: { unit: 'year', count: 1 } }, 2); // '24.17'
 */
export function perMonth({ amount, interval }: Price, decimals: number): string | undefined {
  const length = lengthOf(interval);
  if (length?.base !== 'month' || length.count < 2) return undefined;
  const written = Math.max(decimals, decimalsOf(amount));
  const step = BigInt(length.count) * 10n ** BigInt(written - decimals);
  return fromUnits((toUnits(amount, written) + step - 1n) / step, decimals);
}

/** What several cost: `seatsTotal(price, 3)` of `29.00` is `87.00`. */
export const seatsTotal = ({ amount }: Price, quantity: number): string => productOf(amount, quantity);

function percent(paid: bigint, before: bigint): number | undefined {
  return (paid < before && Number(((before - paid) * 100n) / before)) || undefined;
}

const isPlain = ({ isFrom, intro, additional }: Price): boolean => !isFrom && !intro && !additional?.length;

/** Leads elsewhere and names no price, such as a card to talk to someone: no plan of the group. */
const isContact = ({ href, price }: Offer): boolean => Boolean(href) && !price;

const isFree = (price: Price | undefined): boolean =>
  Boolean(price) && isPlain(price!) && !Number(price!.amount);

/** An interval in months or in days; the two do not compare. */
function lengthOf(interval: Interval | undefined): { base: 'month' | 'day'; count: number } | undefined {
  if (!interval) return undefined;
  const { unit, count } = interval;
  if (unit === 'year' || unit === 'month')
    return { base: 'month', count: unit === 'year' ? count * 12 : count };
  return { base: 'day', count: unit === 'week' ? count * 7 : count };
}
