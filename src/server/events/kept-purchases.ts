import type { BasketEvent } from '../abandoned/basket-event.ts';
import type { Deliver } from '../abandoned/signed-webhook.ts';
import { KNOWN_MS } from '../checkout/basket-kind.ts';
import { digest } from '../gate/digest.ts';
import type { BackendState } from '../state/state.ts';
import { tryToTell } from './try-to-tell.ts';

/** For how long one instance alone tells what is kept, in milliseconds. It stops after half of that. */
const LEASE_MS = 60_000;

/** How long a receiver may take for one purchase, in milliseconds. */
const TIMEOUT_MS = 5000;

/*
 * A list in a store that has none: numbered places, of which each is taken once and marked when it is done. So instances
 * need no lock to add, and one that dies leaves nothing half done.
 */
const LEASE = 'kept:lease';
const FIRST = 'kept:first';
const END = 'kept:end';
const place = (at: number): string => `kept:${at}`;
const DONE = '';

const numberAt = async (state: BackendState, key: string): Promise<number> =>
  Number((await state.get(key)) ?? 0);

/**
 * Keeps a purchase that the receiver did not take, once.
 *
 * @returns whether it outlives this process; in memory it is kept as well, but nobody should count on it.
 */
export async function keepPurchase(event: BasketEvent, state: BackendState): Promise<boolean> {
  const known = `kept:id:${digest(event.id)}`;
  if ((await state.get(known)) === undefined) {
    let at = Math.max(await numberAt(state, FIRST), await numberAt(state, END));
    while ((await state.add(place(at), JSON.stringify(event), KNOWN_MS)) !== undefined) at++;
    await state.set(END, String(at + 1), KNOWN_MS);
    await state.set(known, '1', KNOWN_MS);
  }
  return state.failure !== undefined && state.failure() === undefined;
}

/** What one look came to. */
export interface KeptRound {
  told: number;
  /** Some are left: the receiver is not there, refused one, or there are many. */
  hasMore: boolean;
}

/**
 * Tells what is kept, the oldest first, until the receiver is not there. What it refuses is passed over, and told again
 * the next time. A crash on the way tells one of them twice, with the same id.
 */
export async function tellKept(tell: Deliver, state: BackendState): Promise<KeptRound> {
  const round: KeptRound = { told: 0, hasMore: false };
  const own = crypto.randomUUID();
  const { signal: never } = new AbortController();
  if ((await state.add(LEASE, own, LEASE_MS)) !== undefined) return round;
  const stopAt = performance.now() + LEASE_MS / 2;
  try {
    const end = await numberAt(state, END);
    for (let at = await numberAt(state, FIRST); performance.now() < stopAt; at++) {
      const entry = await state.get(place(at));
      if (entry === undefined && at >= end) return round;
      if (entry) {
        const outcome = await tryToTell(tell, JSON.parse(entry) as BasketEvent, never, TIMEOUT_MS);
        if (outcome === 'failed') return { ...round, hasMore: true };
        if (outcome === 'refused') round.hasMore = true;
        else {
          await state.set(place(at), DONE, KNOWN_MS);
          round.told++;
        }
      }
      if (!round.hasMore) await state.set(FIRST, String(at + 1), KNOWN_MS);
    }
    return { ...round, hasMore: true };
  } finally {
    await state.take(LEASE, own);
  }
}
