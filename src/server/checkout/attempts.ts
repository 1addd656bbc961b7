import { LimioError } from '../../core/errors/limio-error.ts';
import type { Deadline } from '../deadline.ts';
import { digest } from '../gate/digest.ts';
import { HttpError } from '../http-error.ts';
import type { BackendState } from '../state/state.ts';

/** How long an answer can be had again, in milliseconds. */
const ANSWER_TTL_MS = 10 * 60_000;

/** How much longer than a request an instance that died keeps others from trying, in milliseconds. */
const LOCK_MARGIN_MS = 3000;

/** How often a second request looks whether the first is done, in milliseconds. */
const POLL_EVERY_MS = 40;

interface StoredAttempt<Answer> {
  /** Digest of everything but the attempt id that makes up the request. */
  request: string;
  /** Names the request that is at work; left out when none is. */
  owner?: string;
  answer?: Answer;
}

/** One click of a customer. */
export interface Attempt {
  /** 128 random bits, made by the browser: who does not know them cannot have the answer. */
  id: string;
  /** Everything the answer depends on: origin, body, whom it acts for. */
  request: string;
  deadline: Deadline;
}

/**
 * Makes sure that one attempt makes one basket, however often it is sent, and to whichever instance: the
 * first request does the work, the others wait for its answer. What failed may be tried again.
 *
 * @throws {LimioError} `conflict` when the id came with another request, `upstream_timeout`, and whatever
 *   the work throws
 */
export async function idempotent<Answer>(
  state: BackendState,
  attempt: Attempt,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const request = digest(attempt.id + attempt.request);
  const key = `attempt:${digest(attempt.id)}`;
  const mine = write({ request, owner: crypto.randomUUID() });
  const claim = () => state.add(key, mine, attempt.deadline.ms + LOCK_MARGIN_MS);

  for (let there = await claim(); there !== undefined;) {
    const { request: other, owner, answer } = JSON.parse(there) as StoredAttempt<Answer>;
    if (other !== request)
      throw new HttpError(
        'conflict',
        'The attempt id was used for another basket. Make a new one for each click.',
      );
    if (answer) return answer;
    if (owner) {
      await pause(POLL_EVERY_MS, attempt.deadline.signal);
      there = (await state.get(key)) ?? (await claim());
    } else {
      // It failed before. Whoever takes what is left of it may try again.
      await state.take(key, there);
      there = await claim();
    }
  }
  try {
    const answer = await work();
    await state.set(key, write({ request, answer }), ANSWER_TTL_MS);
    return answer;
  } catch (error) {
    await state.set(key, write({ request }), ANSWER_TTL_MS);
    throw error;
  }
}

const write = (attempt: StoredAttempt<unknown>): string => JSON.stringify(attempt);

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted)
    throw new LimioError('upstream_timeout', 'The first request of this attempt takes too long.');
  return new Promise((resolve) => setTimeout(resolve, ms));
}
