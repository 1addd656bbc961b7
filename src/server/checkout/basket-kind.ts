import { fieldsOf } from '../../core/read-fields.ts';
import { digest } from '../gate/digest.ts';
import type { BackendState } from '../state/state.ts';

/** What a basket was made as, where it was made for somebody who need not be there. */
export type BasketKind = 'quote' | 'renewal';

/** How long something is known of a basket, in milliseconds: longer than any basket or link lives. */
export const KNOWN_MS = 40 * 86_400_000;

/** Among what is tracked of an order: a quote, whatever its `external_id` looks like. See assumption own-tracking. */
export const QUOTE_MARK = { limioOffers: 'quote' } as const;

/** What `tracking` says of its basket. A renewal has none that could say so. */
export const kindInTracking = (tracking: unknown): BasketKind | undefined =>
  fieldsOf(tracking)['limioOffers'] === QUOTE_MARK.limioOffers ? 'quote' : undefined;

const keyOf = (basketId: string): string => `kind:${digest(basketId)}`;

/** Remembers what a basket was made as, which an `external_id` of the caller's own does not tell. */
export const keepKind = (
  basketId: string,
  kind: BasketKind,
  state: Pick<BackendState, 'set'>,
): Promise<void> => state.set(keyOf(basketId), kind, KNOWN_MS);

/**
 * For `watchAbandonedBaskets()`: what a backend with the same state has made a basket as.
 *
 * @example
 * watchAbandonedBaskets({ ...options, kindOf: kindIn(redisState(client)) });
 */
export const kindIn =
  (state: Pick<BackendState, 'get'>) =>
  async (basketId: string): Promise<BasketKind | undefined> =>
    (await state.get(keyOf(basketId))) as BasketKind | undefined;
