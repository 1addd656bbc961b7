import { pause } from '../../core/with-timeout.ts';
import type { Deadline } from '../deadline.ts';
import { digest } from '../gate/digest.ts';
import { HttpError } from '../http-error.ts';
import type { BackendState } from '../state/state.ts';

/** How long an answer can be had again, in milliseconds. */
const ANSWER_TTL_MS = 10 * 60_000;

/** How much longer than a request nobody else may try, in milliseconds, whatever has become of who does the work. */
const LOCK_MARGIN_MS = 3000;

/** How often who does the work says that it is alive, in milliseconds. Most are done before. */
const SIGN_EVERY_MS = 300;

/** Without a sign for so long, in milliseconds, the instance that does the work counts as dead. */
const SILENCE_MS = 1200;

/** How often a second request looks whether the first is done, in milliseconds. */
const POLL_EVERY_MS = 40;

/** What the store holds of a request. */
interface StoredRequest<Answer> {
  /** Digest of everything that the answer depends on. */
  request: string;
  /** Names the request that is at work; left out when none is. */
  owner?: string;
  answer?: Answer;
}

/** A request that may come again. */
export interface IdempotentRequest {
  /** Names it: an attempt id of a browser, 128 random bits. Who does not know them cannot have the answer. */
  key: string;
  /** Everything the answer depends on: origin, body, whom it acts for. */
  request: string;
  deadline: Deadline;
}

/**
 * Makes sure that one key makes one basket, however often it is sent, and to whichever instance: the first
 * request does the work, the others wait for its answer. What failed may be tried again, and what an instance
 * began that died is begun anew by another one, under the same id at Limio.
 *
 * @throws {HttpError} `conflict` when the key came with another request; the reason of the deadline's signal; whatever
 *   the work throws
 */
export async function idempotent<Answer>(
  state: BackendState,
  { key: name, request: content, deadline }: IdempotentRequest,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const request = digest(name + content);
  const key = `attempt:${digest(name)}`;
  const own = crypto.randomUUID();
  const claimed = write({ request, owner: own });
  const claim = () => state.add(key, claimed, deadline.ms + LOCK_MARGIN_MS);
  let watched: { owner: string; since: number } | undefined;

  for (let there = await claim(); there !== undefined;) {
    const { request: other, owner, answer } = JSON.parse(there) as StoredRequest<Answer>;
    if (other !== request)
      throw new HttpError(
        'conflict',
        'The attempt id, or Idempotency-Key, was used for another request. Make a new one for each basket.',
      );
    if (answer) return answer;
    if (owner && watched?.owner !== owner) watched = { owner, since: performance.now() };
    if (owner && (await isAlive(state, watched!))) {
      await pause(POLL_EVERY_MS, deadline.signal);
      there = (await unhurried(state).get(key)) ?? (await claim());
    } else {
      // It failed before, or whoever began it is dead. Whoever takes what is left of it may try again.
      await state.take(key, there);
      there = await claim();
    }
  }
  // Of a store that throws at once nothing may be thrown here either: nobody would catch it.
  const sign = async () => unhurried(state).set(signOf(own), '', SILENCE_MS);
  const signs = state.signsOfLife && setInterval(() => void sign().catch(() => {}), SIGN_EVERY_MS);
  try {
    const answer = await work();
    await state.set(key, write({ request, answer }), ANSWER_TTL_MS);
    return answer;
  } catch (error) {
    // Unless another instance has begun it anew.
    if (await state.take(key, claimed)) await state.add(key, write({ request }), ANSWER_TTL_MS);
    throw error;
  } finally {
    if (signs) clearInterval(signs);
  }
}

const signOf = (owner: string): string => `alive:${owner}`;

/** Whether who does the work has given a sign lately. It need not before it has been watched for a while. */
async function isAlive(
  state: BackendState,
  { owner, since }: { owner: string; since: number },
): Promise<boolean> {
  const isNew = !state.signsOfLife || performance.now() - since < SILENCE_MS;
  return isNew || (await unhurried(state).get(signOf(owner))) !== undefined;
}

/** A fresh view of the store: what is asked while the request waits does not count as what the store may cost it. */
const unhurried = (state: BackendState): BackendState => state.forRequest?.() ?? state;

const write = (stored: StoredRequest<unknown>): string => JSON.stringify(stored);
