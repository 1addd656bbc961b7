import type { CheckoutAnswer } from '../../contract/checkout.ts';
import { LimioError, type LimioErrorCode } from '../../core/errors/limio-error.ts';
import type { LimioClient } from '../../limio/client.ts';
import type { AppliedPromoCode } from '../../limio/operations/checkout.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import type { RequestContext } from '../request-context.ts';

/** How long Limio may take for a code, in milliseconds, even when the customer has long had the link. */
const CALL_MS = 5000;

/** Failures that say that the code was not applied. After any other it may have been. */
const REFUSALS = new Set<LimioErrorCode>([
  ...(['promo_refused', 'basket_unknown', 'bad_request', 'upstream_rejected'] as const),
]);

/** What became of a promo code. */
export interface AppliedPromo {
  outcome: NonNullable<CheckoutAnswer['promo']>;
  /** The order with its new price, where the code was applied. */
  order?: AppliedPromoCode['order'];
}

/**
 * Applies a promo code to a basket that has been made.
 *
 * @param ms milliseconds after which the outcome is not waited for; 0: not at all. The code is sent all the same.
 * @returns `unknown` when the answer was lost or is late: the customer sees in the basket what holds.
 */
export async function applyPromo(
  limio: LimioClient,
  input: { code: string; basketId: string },
  ms: number,
  { waitUntil }: Pick<RequestContext, 'waitUntil'>,
): Promise<AppliedPromo> {
  const signal = AbortSignal.timeout(CALL_MS);
  const applied = limio.applyPromoCode(input, { signal, waitUntil }).then(
    ({ order }): AppliedPromo => ({ outcome: 'applied', order }),
    (error: unknown): AppliedPromo => ({
      outcome: error instanceof LimioError && REFUSALS.has(error.code) ? 'refused' : 'unknown',
    }),
  );
  waitUntil(applied);
  return withTimeout(signal, ms, () => applied).catch((): AppliedPromo => ({ outcome: 'unknown' }));
}

/** The same, for whoever needs the outcome alone. */
export const applyPromoCode = async (
  ...input: Parameters<typeof applyPromo>
): Promise<AppliedPromo['outcome']> => (await applyPromo(...input)).outcome;
