import type { CheckCheckoutOutput } from '../../contract/agent.ts';
import { newShortCode } from './short-code.ts';
import { isBought } from '../events/bought.ts';
import { digest } from '../gate/digest.ts';
import type { RequestContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import type { BackendState } from '../state/state.ts';

/** How long a checkout can be asked for, in milliseconds. */
const KNOWN_MS = 30 * 86_400_000;

/** Most pages of Limio's list that are looked through for one basket, and how many baskets each has. */
const MAX_PAGES = 3;
const PAGE_SIZE = 200;

/** Limio's clock may be behind ours by so much, in milliseconds. */
const CLOCK_TOLERANCE_MS = 60_000;

interface KeptCheckout {
  basketId: string;
  /** Milliseconds since 1970. */
  madeAt: number;
  expiresAt: number;
}

const keyOf = (id: string): string => `checkout:${digest(id)}`;

/** Keeps what is needed to ask for a checkout later, and gives an id of our own for it. */
export async function keepCheckout(checkout: KeptCheckout, state: BackendState): Promise<string> {
  const id = newShortCode();
  await state.set(keyOf(id), JSON.stringify(checkout), KNOWN_MS);
  return id;
}

/**
 * What became of a checkout, as far as Limio's webhooks and its list of baskets tell. The list holds baskets that were left,
 * and is assumed to say `completed` of those that were bought; of one that is not in it nothing is known.
 */
export async function checkoutState(
  id: string,
  { state, deadline, waitUntil }: RequestContext,
  { limio, settings: { now } }: Services,
): Promise<CheckCheckoutOutput['state']> {
  const text = await state.get(keyOf(id));
  if (text === undefined) return 'unknown';
  const { basketId, madeAt, expiresAt } = JSON.parse(text) as KeptCheckout;
  if (await isBought(basketId, state)) return 'bought';
  const since = new Date(madeAt - CLOCK_TOLERANCE_MS).toISOString();
  let pages = 0;
  const options = { signal: deadline.signal, deadline: deadline.at, waitUntil };
  for await (const { items } of limio.abandonedBaskets({ since, limit: PAGE_SIZE }, options)) {
    const basket = items.find((each) => each.id === basketId);
    if (basket) return basket.completed ? 'bought' : now() > expiresAt ? 'over' : 'open';
    if (++pages === MAX_PAGES) break;
  }
  return 'unknown';
}
