import type { CheckoutState } from '../../controllers/checkout-controller.ts';
import { fill } from '../../core/fill.ts';
import { enOutcome } from '../../locales/en-outcome.ts';
import type { View } from '../view/view.ts';

/** What the customer is told of a checkout that has opened: whether the promo code holds, and how long the basket is kept. */
export function outcomeText(
  { promoCode = '', checkout: { promo, expiresAt } }: Extract<CheckoutState, { status: 'opened' }>,
  { words, settings }: View,
): string {
  const { codeApplied, codeRefused, codeUnknown, keptUntil } = { ...enOutcome, ...words };
  const outcomes = { applied: codeApplied, refused: codeRefused, unknown: codeUnknown };
  return [
    ...(promo ? [fill(outcomes[promo], { code: promoCode })] : []),
    ...(expiresAt ? [fill(keptUntil, { date: instant(expiresAt, settings.locale) })] : []),
  ].join(' ');
}

const instant = (at: string, locale: string): string =>
  new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
