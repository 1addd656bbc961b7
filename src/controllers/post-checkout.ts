import type { CheckoutAnswer, CheckoutRequest } from '../contract/checkout.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { safeLink } from '../core/link/safe-link.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { newAttemptId } from './attempt-id.ts';
import { backendError, requestOf } from './backend-error.ts';
import { readAnswer, requestError } from './read-answer.ts';

/** Most milliseconds from the click to the link. After about four seconds browsers no longer let a click open a window. */
const BUDGET_MS = 3000;

/** Most bytes of an answer; a link has at most 8,192 characters. */
const MAX_BYTES = 65_536;

const OUTCOMES = ['applied', 'refused', 'unknown'] as const;

/** What a customer wants, as it is sent to the backend; the attempt id is added here. */
export type Order = Omit<CheckoutRequest, 'attemptId'>;

/** What is asked, and of whom. */
export interface CheckoutPost {
  /** Address of the backend, without a trailing slash. */
  backend: string;
  /** Origin the link must belong to. */
  shop: string;
  order: Order;
  /** Has the answer to a challenge; left out where the page asks for none. */
  challenge?: Promise<string> | undefined;
}

/** A checkout that can be opened. */
export interface OpenedCheckout {
  /** Signed link, to be opened exactly as it is. */
  url: string;
  promo?: CheckoutAnswer['promo'] | undefined;
  /** ISO 8601 instant after which the basket is gone. */
  expiresAt?: string | undefined;
}

/** Why there is no signed link. `fields` names what the backend could not accept, such as `customer.email`. */
export interface CheckoutFailure {
  error: LimioError;
  fields: readonly string[];
}

/**
 * Asks the backend for a signed checkout link. Never rejects.
 *
 * One request, one budget of 3 s, the wait for a challenge included. Personal details are in the body of the request
 * and nowhere else.
 *
 * @returns the checkout, or why there is none.
 */
export async function postCheckout(
  { backend, shop, order, challenge }: CheckoutPost,
  signal: AbortSignal,
): Promise<OpenedCheckout | CheckoutFailure> {
  const url = new URL(`${backend}/checkouts`, location.href);
  try {
    return await withTimeout(signal, BUDGET_MS, async (limit) => {
      const attemptId = newAttemptId();
      const body = { ...order, attemptId, ...(challenge && { challenge: await solved(challenge) }) };
      const answer = await readAnswer(await send(url, body, limit), url, MAX_BYTES, limit);
      return openedCheckout(answer, attemptId, shop);
    });
  } catch (thrown) {
    const error = signal.aborted
      ? new LimioError('cancelled', 'It was given up.')
      : backendError(requestError(thrown, url));
    return { error, fields: requestOf(error).fields ?? [] };
  }
}

/** The answer to a challenge. @throws {LimioError} `challenge_failed` where there is none */
async function solved(challenge: Promise<string>): Promise<string> {
  const token = await challenge.catch(() => '');
  if (token && typeof token === 'string') return token;
  throw new LimioError('challenge_failed', 'challenge_failed: The page has no answer to its challenge.');
}

/** @throws {LimioError} `link_refused`, and `invalid_response` for the answer to another customer, as a cache may give it */
function openedCheckout(answer: unknown, attemptId: string, shop: string): OpenedCheckout {
  const {
    attemptId: answered = attemptId,
    url,
    promo,
    expiresAt,
  } = Object(answer) as Record<string, unknown>;
  if (answered !== attemptId)
    throw new LimioError('invalid_response', 'The answer is that of another checkout. It was not opened.');
  return {
    url: safeLink(url, shop),
    promo: OUTCOMES.find((outcome) => outcome === promo),
    expiresAt: typeof expiresAt === 'string' && !Number.isNaN(Date.parse(expiresAt)) ? expiresAt : undefined,
  };
}

function send(url: URL, order: CheckoutRequest, signal: AbortSignal): Promise<Response> {
  const body = JSON.stringify(order);
  // A page may have changed how arrays or objects are written as JSON; the backend could not read such a body.
  if (!Array.isArray((JSON.parse(body) as Order | null)?.items))
    throw new LimioError('config', 'config: The page changes how JSON is written, so nothing was sent.');
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
    signal,
    // A backend on the page's own site may know the visitor by a cookie.
    credentials: 'same-origin',
    redirect: 'error',
    referrerPolicy: 'origin',
    cache: 'no-store',
  });
}
