import { LimioError, invalidValue } from '../core/errors.ts';
import { isWebAddress } from '../core/shop.ts';

/** Limio's own replies are capped at 6 MB; nothing larger is a list of offers. */
const MAX_BYTES = 8_000_000;

/** In all, from the first byte sent to the last one read; milliseconds. */
const TIMEOUT = 10_000;

/**
 * Loads JSON: no cookies, a limit on time and size.
 *
 * @throws {LimioError} `source_invalid`, `network`, `timeout` or `invalid_response`; an abort passes through.
 */
export async function fetchJson(
  address: string,
  signal: AbortSignal,
  cache: RequestCache = 'default',
): Promise<unknown> {
  const url = sourceUrl(address);
  const limit = new AbortController();
  const stop = () => limit.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(
    () => limit.abort(new LimioError('timeout', `${url.origin} took too long.`)),
    TIMEOUT,
  );
  try {
    const headers = { accept: 'application/json' };
    const init: RequestInit = {
      headers,
      cache,
      signal: limit.signal,
      credentials: 'omit',
      referrerPolicy: 'origin',
    };
    const response = await fetch(url, init);
    if (!response.ok)
      throw new LimioError(
        'invalid_response',
        `${url.origin} answered ${response.status}. It must answer 200.`,
      );
    return await readJson(response, url);
  } catch (error) {
    if (limit.signal.aborted) throw limit.signal.reason;
    if (error instanceof LimioError) throw error;
    throw new LimioError('network', `${url.origin} cannot be reached. Check the address and CORS.`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
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

async function readJson(response: Response, url: URL): Promise<unknown> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    if ((size += value.length) > MAX_BYTES) {
      void reader.cancel();
      throw new LimioError('invalid_response', `${url.origin} sent more than ${MAX_BYTES} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
  try {
    return JSON.parse(text + decoder.decode());
  } catch (cause) {
    throw new LimioError('invalid_response', `${url.origin} did not send JSON.`, { cause });
  }
}
