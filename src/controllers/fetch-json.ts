import { invalidValue } from '../core/errors/limio-error.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { begun, readerCame, REQUEST, requestUrl } from './early-request.ts';
import { readAnswer, requestError } from './read-answer.ts';

/** Limio's own replies are capped at 6 MB; nothing larger is a list of offers. */
const MAX_BYTES = 8_000_000;

/** Most milliseconds from the first byte sent to the last one read. */
const TIMEOUT_MS = 10_000;

readerCame();
for (const [href, { user, abort }] of begun)
  if (!user.isConnected) {
    begun.delete(href);
    abort.abort();
  }

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
  const url = requestUrl(address);
  // A query may hold a key.
  if (!url) throw invalidValue('source_invalid', address.split('?')[0], 'an https address');
  try {
    return await withTimeout(signal, TIMEOUT_MS, (limit) => load(url, limit, cache));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw requestError(error, url);
  }
}

async function load(url: URL, signal: AbortSignal, cache: RequestCache): Promise<unknown> {
  const early = cache === 'default' ? begun.get(url.href) : undefined;
  begun.delete(url.href);
  signal.addEventListener('abort', () => early?.abort.abort(signal.reason));
  const response = await (early?.answer ?? fetch(url, { ...REQUEST, cache, signal }));
  return readAnswer(response, url, MAX_BYTES, signal);
}
