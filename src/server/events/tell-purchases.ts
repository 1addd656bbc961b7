import { basketEvent, type BasketEvent, type BasketRules } from '../abandoned/basket-event.ts';
import type { Deliver } from '../abandoned/signed-webhook.ts';
import { isPurchase } from './bought.ts';
import type { LimioEvent } from './limio-event.ts';

/** How long a CRM may take to be told, in milliseconds: Limio waits for the answer meanwhile. */
const TIMEOUT_MS = 2000;

/** How baskets are told apart, and the clock. */
export interface PurchaseOptions extends Partial<Pick<BasketRules, 'isQuote' | 'isRenewal'>> {
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * For `events.on`: tells a CRM of each purchase as soon as Limio's webhook says so, under the id that the reader of
 * abandoned baskets gives it, too. Where the CRM does not take it, Limio's webhook is refused, so that it may come again.
 *
 * @param deliver is told once for each webhook; one attempt is all there is time for.
 *
 * @example
 * const deliver = signedWebhook({ to: 'https://crm.example.com/limio', secret, attempts: { refused: 1, failed: 1 } });
 * limioBackend({ ...options, events: { user, password, on: tellPurchases(deliver) } });
 */
export const tellPurchases =
  (deliver: Deliver, options: PurchaseOptions = {}) =>
  async (event: LimioEvent): Promise<void> => {
    const bought = await purchaseEvent(event, options);
    if (bought) await deliver(bought, AbortSignal.timeout(TIMEOUT_MS));
  };

/** What is to be told; nothing where the event is another one, or names no basket. */
async function purchaseEvent(
  { name, basketId }: LimioEvent,
  { now = Date.now, ...rules }: PurchaseOptions,
): Promise<BasketEvent | undefined> {
  if (!basketId || !isPurchase(name)) return undefined;
  const event = await basketEvent({ id: basketId, completed: true }, { shop: '', idle: 0, ...rules });
  // The webhook does not say when the basket was made.
  return { ...event, timestamp: new Date(now()).toISOString() };
}
