import { CONTEXT_HEADER } from '../../contract/plan-change.ts';
import { MAX_CONTEXT } from '../../core/offer/order-limits.ts';
import { digest } from '../gate/digest.ts';
import { identify } from '../gate/identify.ts';
import { HttpError } from '../http-error.ts';
import type { Services } from '../services.ts';

/** What the site says of a subscription. */
export interface KnownSubscription {
  /** Paths of the plans it holds. */
  plans?: readonly string[] | undefined;
  quantity?: number | undefined;
}

/** A customer whose subscriptions the site vouches for. */
export interface Subscriber {
  /** Tells customers apart; holds none of their details. */
  owner: string;
  /** The subscriptions that they may change, by id. */
  subscriptions: ReadonlyMap<string, KnownSubscription>;
}

/**
 * Who is asking, by the token of the site's own server or by its hook.
 *
 * @throws {HttpError} `not_found` for whom the site vouches for no subscription, as if there were no such route;
 *   `context_invalid`, `context_unverified`
 */
export async function subscriberOf(request: Request, services: Services): Promise<Subscriber> {
  const token = request.headers.get(CONTEXT_HEADER) || undefined;
  if (token && token.length > MAX_CONTEXT)
    throw new HttpError('context_invalid', 'The context token is too long.');
  const { subscriptions = [], accountId, contactId, userId } = await identify(request, token, services);
  if (!subscriptions.length) throw new HttpError('not_found', 'There is no such route.');
  return {
    owner: digest(JSON.stringify([accountId, contactId, userId])),
    subscriptions: new Map(
      subscriptions.map((entry) => (typeof entry === 'string' ? [entry, {}] : [entry.id, entry])),
    ),
  };
}
