import { basketEvent, type BasketEvent, type BasketRules } from '../abandoned/basket-event.ts';
import type { Deliver } from '../abandoned/signed-webhook.ts';
import { kindIn } from '../checkout/basket-kind.ts';
import { HttpError } from '../http-error.ts';
import type { RequestContext } from '../request-context.ts';
import type { BackendState } from '../state/state.ts';
import { isPurchase } from './bought.ts';
import { keepPurchase } from './kept-purchases.ts';
import type { LimioEvent } from './limio-event.ts';
import { tryToTell } from './try-to-tell.ts';

/** Share of a request's time that a CRM may take to be told: Limio waits for the answer meanwhile. */
const SHARE = 0.8;

/** Who is told of purchases, and how baskets are told apart. */
export interface PurchaseReceiver extends Partial<Pick<BasketRules, 'isQuote' | 'isRenewal'>> {
  /** Tells one event: `signedWebhook({ to, secret })`, or any other function. */
  tell: Deliver;
}

/**
 * Tells a CRM of a purchase as soon as Limio's webhook says so, under the id that the reader of abandoned baskets gives
 * it, too. What the CRM does not take is kept, and told later.
 *
 * @throws {HttpError} `upstream_unavailable` where it can be kept in nothing that outlives this process, so that Limio's
 *   webhook is refused and may come again
 */
export async function tellPurchase(
  event: LimioEvent,
  { tell, ...rules }: PurchaseReceiver,
  { deadline, logFields }: RequestContext,
  { state, now }: { state: BackendState; now: () => number },
): Promise<void> {
  const bought = await purchaseEvent(event, rules, { state, now });
  if (!bought) return;
  const outcome = await tryToTell(tell, bought, deadline.signal, deadline.ms * SHARE);
  logFields.crm = outcome;
  if (outcome === 'told' || (await keepPurchase(bought, state))) return;
  throw new HttpError(
    'upstream_unavailable',
    'The CRM has not taken the purchase, and there is no Redis to keep it.',
  );
}

/** What is to be told; nothing where the event is another one, or names no basket. */
async function purchaseEvent(
  { name, basketId, kind }: LimioEvent,
  rules: Omit<PurchaseReceiver, 'tell'>,
  { state, now }: { state: BackendState; now: () => number },
): Promise<BasketEvent | undefined> {
  if (!basketId || !isPurchase(name)) return undefined;
  const kindOf = async (id: string) => kind ?? kindIn(state)(id);
  const basket = { id: basketId, completed: true };
  const event = await basketEvent(basket, { shop: '', idle: 0, kindOf, ...rules });
  // The webhook does not say when the basket was made.
  return { ...event, timestamp: new Date(now()).toISOString() };
}
