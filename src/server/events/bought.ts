import { KNOWN_MS } from '../checkout/basket-kind.ts';
import { digest } from '../gate/digest.ts';
import type { BackendState } from '../state/state.ts';

/** Events that say that a basket was bought. */
const BOUGHT = new Set(['order_submitted', 'order_completed', 'subscription_created']);

/** Whether an event of this name says that a basket was bought. */
export const isPurchase = (name: string): boolean => BOUGHT.has(name);

const keyOf = (basketId: string): string => `bought:${digest(basketId)}`;

/** Keeps what an event says about a basket. */
export async function keepBought(
  { name, basketId }: { name: string; basketId?: string },
  state: BackendState,
): Promise<void> {
  if (basketId && isPurchase(name)) await state.set(keyOf(basketId), '1', KNOWN_MS);
}

/**
 * For `watchAbandonedBaskets()`: what a backend with the same state has heard of Limio's webhooks.
 *
 * @example
 * watchAbandonedBaskets({ ...options, isBought: boughtIn(redisState(client)) });
 */
export const boughtIn =
  (state: Pick<BackendState, 'get'>) =>
  (basketId: string): Promise<boolean> =>
    isBought(basketId, state);

/** Whether Limio has told that a basket was bought. `false` says nothing: it may not have told yet. */
export const isBought = async (basketId: string, state: Pick<BackendState, 'get'>): Promise<boolean> =>
  (await state.get(keyOf(basketId))) !== undefined;
