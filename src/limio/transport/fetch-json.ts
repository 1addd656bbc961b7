import { readCapped } from '../../core/read-capped.ts';
import { interruption, upstreamError } from './upstream-error.ts';

/** Largest reply that is read, in bytes. Limio caps its own at 6 MB. */
const MAX_REPLY = 6 * 2 ** 20;

/** The reply to one request. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Only with a status of 200 to 299. */
  json?: unknown;
}

/**
 * Sends one request and reads its reply as JSON. Refuses a redirect, any other content type and a reply that
 * is too large. The body of a failing status is not read.
 *
 * @param subject what messages call the request.
 * @throws {LimioError} `upstream_unavailable`, `upstream_timeout`, `upstream_invalid` or `cancelled`
 */
export async function fetchJson(
  fetch: typeof globalThis.fetch,
  subject: string,
  url: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<Answer> {
  try {
    // Not `redirect: 'error'`, which Workers do not know. A redirect is refused below, before anything is sent again.
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const { status, headers } = response;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      discard(response);
      throw upstreamError('upstream_invalid', subject, 'a redirect');
    }
    if (!response.ok) {
      discard(response);
      return { status, headers };
    }
    if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
      discard(response);
      throw upstreamError('upstream_invalid', subject, 'not JSON');
    }
    const text = await readCapped(response.body, MAX_REPLY, init.signal);
    if (text === undefined) throw upstreamError('upstream_invalid', subject, 'more than 6 MB');
    return { status, headers, json: parse(text, subject) };
  } catch (error) {
    throw interruption(error, subject, init.signal);
  }
}

function parse(text: string, subject: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw upstreamError('upstream_invalid', subject, 'broken JSON');
  }
}

/** Cancels a body that is not read, so that its connection can be used again. */
const discard = (response: Response): void => void response.body?.cancel().catch(() => {});
