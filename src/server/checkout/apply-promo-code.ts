import type { CheckoutAnswer } from '../../contract/checkout.ts';
import { LimioError, type LimioErrorCode } from '../../core/errors.ts';
import type { LimioClient } from '../../limio/client.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import type { RequestContext } from '../request-context.ts';

/** How long Limio may take for a code, in milliseconds, even when the customer has long had the link. */
const CALL_MS = 5000;

/** Failures that say that the code was not applied. After any other it may have been. */
const REFUSALS = new Set<LimioErrorCode>([
  ...(['promo_refused', 'basket_unknown', 'bad_request', 'upstream_rejected'] as const),
]);

/**
 * Applies a promo code to a basket that has been made.
 *
 * @param ms milliseconds after which the outcome is not waited for. The code is sent all the same.
 * @returns `unknown` when the answer was lost or is late: the customer sees in the basket what holds.
 */
export async function applyPromoCode(
  limio: LimioClient,
  input: { code: string; basketId: string },
  ms: number,
  { waitUntil }: Pick<RequestContext, 'waitUntil'>,
): Promise<NonNullable<CheckoutAnswer['promo']>> {
  const signal = AbortSignal.timeout(CALL_MS);
  const outcome = limio.applyPromoCode(input, { signal, waitUntil }).then(
    () => 'applied' as const,
    (error: unknown) =>
      error instanceof LimioError && REFUSALS.has(error.code) ? ('refused' as const) : ('unknown' as const),
  );
  waitUntil(outcome);
  return withTimeout(signal, ms, () => outcome).catch(() => 'unknown' as const);
}
