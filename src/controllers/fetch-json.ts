import { invalidValue } from '../core/errors/limio-error.ts';
import { isWebAddress } from '../core/link/shop.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { readAnswer, requestError } from './read-answer.ts';

/** Limio's own replies are capped at 6 MB; nothing larger is a list of offers. */
const MAX_BYTES = 8_000_000;

/** Most milliseconds from the first byte sent to the last one read. */
const TIMEOUT_MS = 10_000;

/**
 * Loads JSON: no cookies, a limit on time and size.
 *
 * @throws {LimioError} `source_invalid`, `network`, `timeout`, or see `readAnswer`; an abort passes through.
 */
export async function fetchJson(
  address: string,
  signal: AbortSignal,
  cache: RequestCache = 'default',
): Promise<unknown> {
  const url = sourceUrl(address);
  try {
    return await withTimeout(signal, TIMEOUT_MS, (limit) => load(url, limit, cache));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw requestError(error, url);
  }
}

async function load(url: URL, signal: AbortSignal, cache: RequestCache): Promise<unknown> {
  const headers = { accept: 'application/json' };
  const response = await fetch(url, {
    headers,
    cache,
    signal,
    credentials: 'omit',
    referrerPolicy: 'origin',
  });
  return readAnswer(response, url, MAX_BYTES, signal);
}

function sourceUrl(address: string): URL {
  try {
    const url = new URL(address, document.documentElement.baseURI);
    // A page that is itself on plain http may load from its own site.
    if (isWebAddress(url) || url.origin === location.origin) return url;
  } catch {}
  // A query may hold a key.
  throw invalidValue('source_invalid', address.split('?')[0], 'an https address');
}
