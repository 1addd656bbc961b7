import { lifetimeMs, type Lifetime } from '../../contract/lifetime.ts';
import { renewalRequest, type RenewalAnswer, type RenewalRequest } from '../../contract/renewal.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import { pagePath, shopOrigin } from '../../core/link/shop.ts';
import type { LimioClient } from '../../limio/client.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { renewalIdOf } from '../checkout/external-id.ts';
import { pageOf } from '../checkout/page-of.ts';
import { readBody } from '../gate/read-json.ts';
import { UpstreamError } from '../../limio/transport/upstream-error.ts';
import { HttpError } from '../http-error.ts';

/** How long a renewal can be had unless it says so: Limio's own default. */
const DEFAULT_LIFETIME: Lifetime = { days: 14 };

/** How long a renewal may take when there is no deadline, in milliseconds. */
const DEFAULT_MS = 10_000;

/** Where renewals are made. */
export interface RenewalOptions {
  /** https origin of the shop; the link belongs to it. */
  shop: string;
  /** Path of the renewal page, unless the renewal names one. Default `/renewal`. */
  page?: string | undefined;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * Starts the renewal of a subscription and gives a link that the subscriber can open: the renewal page of the shop
 * with the basket's id. See assumption renewal-link. The link holds no personal detail.
 *
 * @param renewal may come from anywhere; nothing is sent unless it has the documented shape.
 * @throws {LimioError} `bad_request` naming the field; `subscription_unknown` where there is no such subscription or
 *   a detail to verify is another one, which is not told apart; `change_refused` where Limio does not renew it;
 *   `subscription_pending` with its date; `upstream_…`
 *
 * @example
 * await startRenewal(limio, { shop: 'https://shop.example.com' }, {
 *   subscriptionReference: 'A-1001',
 *   verify: { email: 'ada@example.com' },
 *   expiresAfter: { days: 14 },
 * });
 */
export async function startRenewal(
  limio: LimioClient,
  options: RenewalOptions,
  renewal: RenewalRequest,
  call: RequestOptions = {},
): Promise<RenewalAnswer> {
  const now = options.now ?? Date.now;
  const given = readBody(renewalRequest, renewal);
  const { subscriptionId, subscriptionReference, verify, expiresAfter = DEFAULT_LIFETIME } = given;
  const page = given.page === undefined ? pagePath(options.page ?? '/renewal') : pageOf(given.page);
  const externalId = given.externalId ?? renewalIdOf(crypto.randomUUID());
  const { email, address } = verify ?? {};
  const details = { ...(email && { customerDetails: { email } }), ...(address && { address }) };
  const order = {
    external_id: externalId,
    ...(subscriptionId !== undefined && { subId: subscriptionId }),
    ...(subscriptionReference !== undefined && { subRef: subscriptionReference }),
    ...(Object.keys(details).length && { verify: details }),
  };

  // Measured from before the request, so that the basket is there at least as long as we say.
  const expiresAt = new Date(now() + lifetimeMs(expiresAfter)).toISOString();
  const bounds = { deadline: now() + DEFAULT_MS, ...call };
  const reply = await limio.renewCheckout({ order, expiresAfter }, bounds).catch(withoutReason);
  const { renewalDetails, hideEmailField, hidePriceField } = reply.order ?? {};
  return {
    url: `${shopOrigin(options.shop)}${page}?basket=${basketId(reply.id)}`,
    basketId: reply.id,
    externalId,
    expiresAt,
    segments: reply.segments ?? [],
    ...(renewalDetails && { renewalDetails }),
    ...(hideEmailField !== undefined && { hideEmailField }),
    ...(hidePriceField !== undefined && { hidePriceField }),
  };
}

const REFUSALS = {
  subscription_unknown: 'There is no such subscription, or a detail to verify is not the one on record.',
  subscription_pending: 'A change of this subscription is pending.',
  change_refused: 'Limio does not renew this subscription.',
} as const;

/** What Limio wrote may say which detail is wrong, so it goes no further, but for a date. */
function withoutReason(error: unknown): never {
  const code = error instanceof LimioError && Object.hasOwn(REFUSALS, error.code) && error.code;
  if (!code) throw error;
  const refusal = code as keyof typeof REFUSALS;
  const until = error instanceof UpstreamError ? error.until : undefined;
  throw new HttpError(refusal, REFUSALS[refusal], { until });
}

/** @throws {LimioError} `upstream_invalid` for an id that would need escaping, as none of Limio's does */
function basketId(id: string): string {
  if (/^[\w-]+$/.test(id)) return id;
  throw new LimioError('upstream_invalid', 'Limio answered with an id that is none of a basket.');
}
