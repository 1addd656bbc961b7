import type { CheckCheckoutInput, CheckCheckoutOutput } from '../contract/agent.ts';
import type { AgentShop } from './agent-shop.ts';

const WORDS: Record<CheckCheckoutOutput['state'], string> = {
  open: 'The checkout is open; nothing is bought yet.',
  bought: 'The order is placed.',
  over: 'The checkout is over; nothing was bought. Open a new one.',
  unknown: 'Nothing is known of it: it may be too new, bought, or over. Claim nothing.',
};

/** Answers `check_checkout`. Of an id that nobody handed out nothing is known, which is an answer. */
export async function checkCheckout(
  { checkoutId }: CheckCheckoutInput,
  shop: AgentShop,
): Promise<CheckCheckoutOutput> {
  const state = (await shop.checkCheckout?.(checkoutId)) ?? 'unknown';
  return { say: WORDS[state], state };
}
