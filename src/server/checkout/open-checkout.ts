import type { CheckoutAnswer, CheckoutRequest } from '../../contract/checkout.ts';
import { isAddOnPath } from '../../catalog/add-on.ts';
import { lifetimeMs } from '../../contract/lifetime.ts';
import { HttpError } from '../http-error.ts';
import { limioCall } from '../limio-call.ts';
import type { RequestContext } from '../request-context.ts';
import type { Snapshot } from '../offers/shared-read.ts';
import type { Services } from '../services.ts';
import type { Identity } from '../gate/identity.ts';
import { applyPromoCode } from './apply-promo-code.ts';
import { basketLines, type BasketLine } from './basket-lines.ts';
import { checkoutLink } from './checkout-link.ts';
import { isoCountry } from '../../core/iso-country.ts';
import { orderOf } from './order.ts';

/** An older list of offers is read anew before an offer is refused, in milliseconds. */
const RECHECK_AGE_MS = 5000;

/** Time that is kept after a promo code, in milliseconds, so that a busy moment does not lose a link that is there. */
const PROMO_RESERVE_MS = 150;

/**
 * Makes a pre-filled basket and answers with the signed link to it.
 *
 * A promo code that Limio refuses, or whose outcome is not known in time, costs no sale: the link is answered
 * all the same.
 *
 * @throws {LimioError} `offer_unavailable`, `offer_changed`, `upstream_…`
 */
export const openCheckout = async (
  request: CheckoutRequest,
  who: Identity,
  context: RequestContext,
  services: Services,
): Promise<CheckoutAnswer> => (await makeBasket(request, who, context, services)).answer;

/** The same, with Limio's id of the basket, which is not for browsers. */
export async function makeBasket(
  request: CheckoutRequest,
  who: Identity,
  context: RequestContext,
  services: Services,
): Promise<{ answer: CheckoutAnswer; basketId: string }> {
  const { limio, settings } = services;
  const { shop, rules, now } = settings;
  const lines = await settleLines(request, context, services);
  const order = await orderOf(request, lines, who, rules);

  // Measured from before the request, so that the basket is there at least as long as we say.
  const expiresAt = new Date(now() + lifetimeMs(who.expiresAfter ?? rules.expiresAfter)).toISOString();
  const call = limioCall(context);
  const askedAt = now();
  const reply = await limio.initiateCheckout(order, call);
  const url = checkoutLink(reply, { shop, hasAccount: who.accountId !== undefined, now: now() });
  const { attemptId, promoCode } = request;
  const basketId = reply.id;
  if (!promoCode) return { answer: { attemptId, url, expiresAt }, basketId };
  const left = call.deadline - PROMO_RESERVE_MS - now();
  // Limio takes about as long for a code as for a basket: what cannot come in time is not waited for.
  const wait = left < (now() - askedAt) / 2 ? 0 : left;
  const promo = await applyPromoCode(limio, { code: promoCode, basketId }, wait, context);
  return { answer: { attemptId, url, expiresAt, promo }, basketId };
}

async function settleLines(
  { items, country, customer }: CheckoutRequest,
  context: RequestContext,
  { offers, addOns, settings: { now } }: Services,
): Promise<BasketLine[]> {
  const market = { country: isoCountry(country ?? customer?.country), now: now() };
  const known = await offers.get(context);
  const extras = items.some(({ path }) => isAddOnPath(path)) ? await addOns.get(context) : undefined;
  const settle = ({ byPath }: Snapshot) =>
    basketLines(items, (path) => byPath.get(path) ?? extras?.byPath.get(path), market);
  try {
    return settle(known);
  } catch (refusal) {
    if (!(refusal instanceof HttpError)) throw refusal;
    // The customer may have seen a newer list than ours.
    const newer = await offers.getNewer(context, RECHECK_AGE_MS);
    if (newer === known) throw refusal;
    return settle(newer);
  }
}
