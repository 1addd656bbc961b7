import { readCapped } from '../../../core/read-capped.ts';
import { withTimeout } from '../../../core/with-timeout.ts';

/** How long the verification may take, in milliseconds. */
const BUDGET_MS = 1000;

/** Most bytes of an answer. */
const MAX_BYTES = 65_536;

/** What a verifier is asked. */
export interface VerifierRequest {
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** A form, or JSON as text. */
  body: URLSearchParams | string;
  fetch: typeof fetch;
  signal: AbortSignal;
}

/**
 * Asks a service whether the answer to a challenge is good.
 *
 * @returns its answer; `undefined` where it cannot be asked, is slow, or gives what is no JSON: the challenge counts as
 *   not passed, and the customer goes on by purchase link.
 */
export async function askVerifier({
  url,
  headers,
  body,
  fetch,
  signal,
}: VerifierRequest): Promise<Readonly<Record<string, unknown>> | undefined> {
  const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  try {
    return await withTimeout(signal, BUDGET_MS, async (signal) => {
      // Not followed: what stands in the body is for this address alone.
      const init = {
        method: 'POST',
        headers: { ...type, ...headers },
        body,
        redirect: 'manual',
        signal,
      } as const;
      const response = await fetch(url, init);
      const text = await readCapped(response.body, MAX_BYTES, signal);
      return response.ok ? (Object(JSON.parse(text ?? '')) as Record<string, unknown>) : undefined;
    });
  } catch {
    return undefined;
  }
}
