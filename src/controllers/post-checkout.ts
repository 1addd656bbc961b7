import type { CheckoutRequest } from '../contract/checkout.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { safeLink } from '../core/link/safe-link.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { backendError, requestOf } from './backend-error.ts';
import { readAnswer, requestError } from './read-answer.ts';

/** Most milliseconds from the click to the link. After about four seconds browsers no longer let a click open a window. */
const BUDGET_MS = 3000;

/** Most bytes of an answer; a link has at most 8,192 characters. */
const MAX_BYTES = 65_536;

/** What a customer wants, as it is sent to the backend; the attempt id is added here. */
export type Order = Omit<CheckoutRequest, 'attemptId'>;

/** Why there is no signed link. `fields` names what the backend could not accept, such as `customer.email`. */
export interface Refusal {
  error: LimioError;
  fields: readonly string[];
}

/**
 * Asks the backend for a signed checkout link. Never rejects.
 *
 * One request, one budget of 3 s. Personal details are in its body and nowhere else.
 *
 * @param backend address of the backend, without a trailing slash.
 * @param shop origin the link must belong to.
 * @returns the link, to be opened exactly as it is, or why there is none.
 */
export async function postCheckout(
  backend: string,
  shop: string,
  order: Order,
  signal: AbortSignal,
): Promise<string | Refusal> {
  const url = new URL(`${backend}/checkouts`, location.href);
  try {
    return await withTimeout(signal, BUDGET_MS, async (limit) => {
      const answer = await readAnswer(await send(url, order, limit), url, MAX_BYTES, limit);
      return safeLink((Object(answer) as { url?: unknown }).url, shop);
    });
  } catch (thrown) {
    const error = signal.aborted
      ? new LimioError('cancelled', 'It was given up.')
      : backendError(requestError(thrown, url));
    return { error, fields: requestOf(error).fields ?? [] };
  }
}

function send(url: URL, order: Order, signal: AbortSignal): Promise<Response> {
  const body = JSON.stringify({ ...order, attemptId: newAttemptId() });
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

/** 128 random bits. `crypto.randomUUID` is missing on pages without https. */
const newAttemptId = (): string =>
  // Old libraries replace `Array.from` by one that maps nothing.
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
