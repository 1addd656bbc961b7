import type { CheckoutAnswer, CheckoutRequest } from '../../contract/checkout.ts';
import type { LimioClient } from '../../limio/client.ts';
import { basketLines, type BasketLine } from './basket-lines.ts';
import { checkoutLink } from './checkout-link.ts';
import type { Deadline } from '../deadline.ts';
import { expiryMs, type Identity } from '../gate/identity.ts';
import type { OfferCache } from '../offers/offer-cache.ts';
import { orderOf, type OrderRules } from './order.ts';
import { HttpError } from '../http-error.ts';

/** What is kept of the time for a promo code, and at the end for the answer itself, in milliseconds. */
const [PROMO_RESERVE_MS, ANSWER_RESERVE_MS] = [600, 50];

/** An older list of offers is read anew before an offer is refused, in milliseconds. */
const RECHECK_AGE_MS = 5000;

export interface CheckoutTools {
  limio: LimioClient;
  offers: OfferCache;
  /** Origin of the shop. */
  shop: string;
  rules: OrderRules;
  now: () => number;
}

/**
 * Makes a pre-filled basket and answers with the signed link to it.
 *
 * A promo code that Limio refuses, or that cannot be settled in time, costs no sale: the link is answered
 * all the same.
 *
 * @throws {LimioError} `offer_unavailable`, `offer_changed`, `upstream_…`
 */
export async function openCheckout(
  request: CheckoutRequest,
  who: Identity,
  { at, signal }: Deadline,
  tools: CheckoutTools,
): Promise<CheckoutAnswer> {
  const { limio, shop, rules, now } = tools;
  const lines = await settleLines(request, signal, tools);
  const order = await orderOf(request, lines, who, rules);

  // Measured from before the request, so that the basket is there at least as long as we say.
  const expiresAt = new Date(now() + expiryMs(who.expiresAfter ?? rules.expiresAfter)).toISOString();
  const until = at - ANSWER_RESERVE_MS;
  const reply = await limio.initiateCheckout(order, {
    signal,
    deadline: request.promoCode ? until - PROMO_RESERVE_MS : until,
  });
  const url = checkoutLink(reply, shop, who.accountId !== undefined);
  const { attemptId, promoCode } = request;
  if (!promoCode) return { attemptId, url, expiresAt };

  const promo = await limio
    .applyPromoCode({ code: promoCode, basketId: reply.id }, { signal, deadline: until })
    .then(() => 'applied' as const)
    .catch(() => 'refused' as const);
  return { attemptId, url, expiresAt, promo };
}

async function settleLines(
  { items, country, customer }: CheckoutRequest,
  signal: AbortSignal,
  { offers, now }: CheckoutTools,
): Promise<BasketLine[]> {
  const market = { country: country ?? customer?.country, now: now() };
  const known = await offers.get(signal);
  try {
    return basketLines(items, known.offers, market);
  } catch (refusal) {
    if (!(refusal instanceof HttpError)) throw refusal;
    // The customer may have seen a newer list than ours.
    const newer = await offers.get(signal, RECHECK_AGE_MS);
    if (newer === known) throw refusal;
    return basketLines(items, newer.offers, market);
  }
}
