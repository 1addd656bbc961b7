import type { LimioError } from '../../core/errors/limio-error.ts';
import { readCapped } from '../../core/read-capped.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import { callError, interruption } from './call-error.ts';

/** Largest reply that is read, in bytes. Limio caps its own at 6 MB. */
const MAX_REPLY = 6 * 2 ** 20;

/** Most bytes, and most milliseconds, that are spent on the reason of a refusal. */
const MAX_REASON = 16_384;
const REASON_MS = 300;

/** Why a reply was not read. */
class TooLarge extends RangeError {}

/** Whether a call failed because the reply was larger than what is read. */
export const isTooLarge = ({ cause }: LimioError): boolean => cause instanceof TooLarge;

/** The reply to one request. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Only with a status of 200 to 299. */
  json?: unknown;
  /** What Limio wrote about a status of 400 to 499, if it did. */
  reason?: string | undefined;
}

/**
 * Sends one request and reads its reply as JSON. Refuses a redirect, any other content type and a reply that
 * is too large. Of a failing status only the reason is read.
 *
 * @param subject what messages call the request.
 * @param max bytes of the reply that are read.
 * @throws {LimioError} `upstream_unavailable`, `upstream_timeout`, `upstream_invalid` or `cancelled`
 */
export async function fetchJson(
  fetch: typeof globalThis.fetch,
  subject: string,
  url: string,
  init: RequestInit & { signal: AbortSignal },
  max = MAX_REPLY,
): Promise<Answer> {
  try {
    // Not `redirect: 'error'`, which Workers do not know. A redirect is refused below, before anything is sent again.
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const { status, headers } = response;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      discard(response);
      throw callError('upstream_invalid', subject, 'a redirect');
    }
    if (!response.ok) return { status, headers, reason: await readReason(response, init.signal) };
    if (!isJson(response)) {
      discard(response);
      throw callError('upstream_invalid', subject, 'not JSON');
    }
    const isAnnounced = Number(headers.get('content-length')) > max;
    const text = isAnnounced ? discard(response) : await readCapped(response.body, max, init.signal);
    if (text === undefined)
      throw callError('upstream_invalid', subject, `more than ${max / 2 ** 20} MB`, {
        cause: new TooLarge(),
      });
    return { status, headers, json: parse(text, subject) };
  } catch (error) {
    throw interruption(error, subject, init.signal);
  }
}

/** A header that a proxy repeated comes as one, with a comma. */
const isJson = ({ headers }: Response): boolean =>
  /^application\/([\w.+-]+\+)?json\s*([;,]|$)/i.test(headers.get('content-type') ?? '');

/** The reason of a refusal: `message` or `error`, by the operation. Whatever keeps it from being read, there is none. */
async function readReason(response: Response, signal: AbortSignal): Promise<string | undefined> {
  if (response.status >= 500 || !isJson(response)) return void discard(response);
  try {
    const text = await withTimeout(signal, REASON_MS, (limited) =>
      readCapped(response.body, MAX_REASON, limited),
    );
    const { message, error } = Object(JSON.parse(text ?? '')) as Record<string, unknown>;
    return [message, error, (error as { message?: unknown } | undefined)?.message].find(
      (each) => typeof each === 'string',
    );
  } catch {
    return undefined;
  }
}

function parse(text: string, subject: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw callError('upstream_invalid', subject, 'broken JSON');
  }
}

/** Cancels a body that is not read, so that its connection can be used again. */
const discard = (response: Response): void => void response.body?.cancel().catch(() => {});
