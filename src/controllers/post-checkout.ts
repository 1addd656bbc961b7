import type { CheckoutRequest } from '../contract/checkout.ts';
import { STATUS, type FailureCode } from '../contract/failure.ts';
import { LimioError, type LimioErrorCode } from '../core/errors.ts';
import { readCapped } from '../core/read-capped.ts';
import { safeLink } from '../core/safe-link.ts';
import { withTimeout } from '../core/with-timeout.ts';

/** In all, from the click to the link; permission to open a window lasts little longer. */
const BUDGET_MS = 3000;

/** Most bytes of an answer; a link has at most 8,192 characters. */
const MAX_BYTES = 65_536;

/** What a customer wants, as it is sent to the backend; the attempt id is added here. */
export type Order = Omit<CheckoutRequest, 'attemptId'>;

/** Why there is no signed link. `fields` names what the backend could not accept, such as `customer.email`. */
export interface Refusal {
  code: LimioErrorCode;
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
  try {
    return await withTimeout(signal, BUDGET_MS, async (limit) => {
      const answer = await send(`${backend}/checkouts`, order, limit);
      const { url, code, fields } = await readAnswer(answer, limit);
      if (answer.ok) return safeLink(url, shop);
      return refusal(isFailureCode(code) ? code : 'invalid_response', fields);
    });
  } catch (error) {
    if (signal.aborted) return refusal('cancelled');
    if (error instanceof LimioError) return refusal(error.code);
    return refusal((error as Error | undefined)?.name === 'TimeoutError' ? 'timeout' : 'network');
  }
}

/** Whether the backend may answer so. A name that every object has, such as `constructor`, is no code. */
const isFailureCode = (code: unknown): code is FailureCode =>
  typeof code === 'string' && Object.hasOwn(STATUS, code);

const refusal = (code: LimioErrorCode, fields?: unknown): Refusal => ({
  code,
  fields: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
});

async function readAnswer({ body }: Response, signal: AbortSignal): Promise<Record<string, unknown>> {
  try {
    return Object(JSON.parse((await readCapped(body, MAX_BYTES, signal)) ?? '')) as Record<string, unknown>;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new LimioError('invalid_response', 'The backend did not answer with JSON.', { cause });
  }
}

function send(url: string, order: Order, signal: AbortSignal): Promise<Response> {
  const body = JSON.stringify({ ...order, attemptId: newAttemptId() });
  // A page may have changed how arrays or objects are written as JSON; such a body is not worth sending.
  if (!Array.isArray((JSON.parse(body) as Order | null)?.items))
    throw new LimioError('config', 'JSON is altered.');
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
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
