import { sumOf } from '../../core/price/decimal.ts';
import { daysOf, isSameInterval } from '../../core/price/interval.ts';
import type { Charge as PriceCharge, Interval, Price } from '../../core/offer/offer.ts';
import { endOf, longest, spanOf, startOf, totalOf } from './charge-times.ts';
import type { RawCharge } from '../raw-item.ts';
import { readCharge, type Charge } from './read-charge.ts';

/**
 * Makes one price of the charges of an offer. It is never lower than what is charged.
 *
 * Charges of one interval that run together are summed: they are the price. Charges of another interval, and
 * what is paid once, are `additional`. A charge that begins after a delay follows on what is charged until then,
 * which is the `intro`: the whole amount of that time. An intro is free only where nothing is charged before a
 * delay, or where the offer says that it is a trial. A charge without a count goes on until the customer cancels.
 *
 * Where one charge cannot be read, or Limio leaves a price to another system, there is no price at all: the others
 * alone would be too low. Of charges that are the same in several currencies the first currency is taken.
 *
 * @param isTrial whether the offer is marked as a trial.
 * @see https://docs.limio.com/product/pricing (charges and delays; how they combine is assumed)
 */
export function readCharges(
  raws: readonly (RawCharge | undefined)[] = [],
  isTrial = false,
): Price | undefined {
  const read = raws.map(readCharge).filter((charge) => charge !== null);
  const known = read.filter((charge) => charge !== undefined);
  const charges = known.length === read.length ? inOneCurrency(known) : [];
  const paid = charges.filter(({ amount }) => Number(amount));
  return paid.length ? combined(paid, charges, isTrial) : priceOf(charges.slice(0, 1));
}

/** The charges in the first currency, if those in the others only repeat them. */
function inOneCurrency(charges: readonly Charge[]): readonly Charge[] {
  const plan = (wanted: string) =>
    charges
      .filter(({ currency }) => currency === wanted)
      .map(({ interval, delay, times }) => JSON.stringify([interval, delay, times]))
      .sort()
      .join();
  const [first, ...others] = [...new Set(charges.map(({ currency }) => currency))];
  const isRepeated = others.every((currency) => plan(currency) === plan(first!));
  return isRepeated ? charges.filter(({ currency }) => currency === first) : [];
}

/** @param paid the charges that are not zero, of which there is one at least. */
function combined(paid: readonly Charge[], all: readonly Charge[], isTrial: boolean): Price | undefined {
  const recurring = paid.filter(({ interval }) => interval);
  if (!recurring.length) return priceOf(paid);
  const lastDay = Math.max(...recurring.map(endOf));
  const lasting = recurring.filter((charge) => endOf(charge) === lastDay);
  const main = lasting.filter(({ interval }) => isSameInterval(interval, lasting[0]!.interval));
  const { intro, covered } = introOf(main, paid, all, isTrial);
  const beside = paid.filter((charge) => !main.includes(charge) && !covered.includes(charge));
  const price = priceOf(main);
  return (
    price && {
      ...price,
      ...(paid.some(({ isFrom }) => isFrom) && { isFrom: true }),
      ...(intro && { intro }),
      ...(beside.length && { additional: sumsOf(beside) }),
    }
  );
}

/** What is paid until the price stays as it is, and the charges that it covers in full. */
function introOf(
  main: readonly Charge[],
  paid: readonly Charge[],
  all: readonly Charge[],
  isTrial: boolean,
): { intro?: Price['intro']; covered: readonly Charge[] } {
  const recurring = paid.filter(({ interval }) => interval);
  // A charge that ends is added to the price until then, so the time before its end costs more.
  const ending = recurring.filter(
    (charge) => !main.includes(charge) && !charge.delay && isSameInterval(charge.interval, main[0]!.interval),
  );
  const duration = longest([...main.map(({ delay }) => delay), ...ending.map(spanOf)]);
  if (!duration) {
    const free = isTrial && freeSpan(all);
    return { ...(free && { intro: { amount: '0', duration: free } }), covered: [] };
  }
  const days = daysOf(duration);
  const over = recurring.filter((charge) => endOf(charge) <= days);
  const early = [...over, ...main].filter((charge) => startOf(charge) < days);
  const upfront = early.length ? [] : paid.filter(({ interval, delay }) => !interval && !delay);
  const isIntro = early.length || upfront.length || isFree(all, days);
  const intro = { amount: totalOf([...early, ...upfront], duration), duration };
  return { ...(isIntro && { intro }), covered: [...over, ...upfront] };
}

/** Charges of one interval as one price. */
function priceOf(charges: readonly Charge[]): Price | undefined {
  const [first] = charges;
  if (!first) return undefined;
  const { currency, interval } = first;
  const isFrom = charges.some((charge) => charge.isFrom);
  const amount = sumOf(charges.map((charge) => charge.amount));
  return { amount, currency, ...(interval && { interval }), ...(isFrom && { isFrom }) };
}

/** One sum for each interval, in the order in which they first appear. */
function sumsOf(charges: readonly Charge[]): PriceCharge[] {
  const groups: Charge[][] = [];
  for (const charge of charges) {
    const group = groups.find(([first]) => isSameInterval(first?.interval, charge.interval));
    if (group) group.push(charge);
    else groups.push([charge]);
  }
  return groups.map((group) => {
    const interval = group[0]!.interval;
    return { amount: sumOf(group.map(({ amount }) => amount)), ...(interval && { interval }) };
  });
}

/** Whether a charge of zero is all that is charged within a time from the start. */
const isFree = (charges: readonly Charge[], days: number): boolean =>
  charges.some(({ delay }) => !delay) &&
  charges.every((charge) => startOf(charge) >= days || !Number(charge.amount));

/** How long the charge of zero lasts with which a trial begins. */
const freeSpan = (charges: readonly Charge[]): Interval | undefined =>
  longest(charges.filter(({ amount, delay }) => !Number(amount) && !delay).map(spanOf));
