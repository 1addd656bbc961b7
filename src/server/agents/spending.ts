import type { AgentOrder, OverLimit } from '../../agent/agent-shop.ts';
import { nearestQuantity } from '../../core/offer/nearest-quantity.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { productOf, sumOf, toUnits } from '../../core/price/decimal.ts';
import { formatAmount } from '../../core/price/format-price.ts';
import type { RequestContext } from '../request-context.ts';

/** How long a day is, in seconds; it begins with the first checkout. */
const DAY_SECONDS = 86_400;

/** Amounts are counted in whole numbers of this many decimals. */
const DECIMALS = 4;

/**
 * Holds an order to the limits of the key it came with, and counts it. It counts, too, where Limio then gives no answer,
 * as nobody knows whether the basket was made.
 *
 * @returns what a model is told where the order is more than the key may open.
 */
export async function overLimit(
  { offers, quantity }: AgentOrder,
  { key, state }: Pick<RequestContext, 'key' | 'state'>,
): Promise<OverLimit | undefined> {
  if (!key?.limits) return undefined;
  const { currency, order, day } = key.limits;
  const charges = offers.map((offer) => chargeOf(offer, quantity, currency));
  if (!charges.every((charge) => charge !== undefined))
    return { most: `Only offers with a known price in ${currency} may be opened here.` };
  const cost = units(sumOf(charges));
  const most = (amount: string, per: string) => ({
    most: `At most ${formatAmount(amount, currency, 'en')} ${per} may be opened here; for less, ask again.`,
  });
  if (order && cost > units(order)) return most(order, 'an order');
  const limit = day && { points: units(day), seconds: DAY_SECONDS };
  const isOver = limit && (await state.count(`limit:spending:${key.label}`, limit, cost)) > 0;
  return isOver ? most(day, 'a day') : undefined;
}

/** What an offer charges at its full price, with its additional charges; `undefined` where that is not known. */
function chargeOf(offer: Offer, wanted: number | undefined, currency: string): string | undefined {
  const { price, quantity } = offer;
  if (!price || price.isFrom || price.currency !== currency) return undefined;
  const count = nearestQuantity(quantity, wanted ?? quantity?.initial ?? 1);
  const beside = price.additional?.map(({ amount }) => amount) ?? [];
  return productOf(sumOf([price.amount, ...beside]), count);
}

const units = (amount: string): number => Number(toUnits(amount, DECIMALS));
