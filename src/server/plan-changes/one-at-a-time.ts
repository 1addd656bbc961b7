import { pause } from '../../core/with-timeout.ts';
import type { RequestContext } from '../request-context.ts';

/** How often a request looks whether it is its turn, in milliseconds. */
const LOOK_EVERY_MS = 40;

/**
 * Lets one request at a time do something, whichever instance it came to; the others wait, as long as they may. A place
 * that is held by an instance that died is free again once its request would have ended.
 *
 * @throws the reason of the deadline's signal
 */
export async function oneAtATime<T>(
  name: string,
  { state, deadline }: RequestContext,
  work: () => Promise<T>,
): Promise<T> {
  const own = crypto.randomUUID();
  // A fresh view each time: what is asked while the request waits does not count as what the store may cost it.
  const taken = () => (state.forRequest?.() ?? state).add(name, own, deadline.ms);
  while ((await taken()) !== undefined) await pause(LOOK_EVERY_MS, deadline.signal);
  try {
    return await work();
  } finally {
    await state.take(name, own);
  }
}
