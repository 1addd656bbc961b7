import type { Challenge } from '../options.ts';

export interface TurnstileOptions {
  /** Secret key of the widget. */
  secret: string;
  /** Host names of the pages the challenge may have been solved on; left out: any. */
  hostnames?: readonly string[];
  fetch?: typeof fetch;
}

/** https://developers.cloudflare.com/turnstile/get-started/server-side-validation/ */
const ENDPOINT = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';

/** How long the verification may take, in milliseconds. */
const BUDGET_MS = 1000;

/**
 * Verifies answers to Cloudflare Turnstile, as an example of a {@link Challenge}. The customer's address is
 * not passed on. Where the service cannot be asked, the challenge counts as not passed.
 *
 * @example
 * limioBackend({ ...options, challenge: turnstile({ secret: env.TURNSTILE_SECRET }) });
 */
export function turnstile({ secret, hostnames, fetch = globalThis.fetch }: TurnstileOptions): Challenge {
  return async ({ token, attemptId, signal }) => {
    try {
      const response = await fetch(ENDPOINT, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        // A token can be verified once; the key makes a repeated attempt the same verification.
        body: JSON.stringify({ secret, response: token, idempotency_key: await uuidOf(attemptId) }),
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(BUDGET_MS)]),
      });
      const result = (await response.json()) as { success?: unknown; hostname?: unknown };
      return result.success === true && (!hostnames || hostnames.includes(String(result.hostname)));
    } catch {
      return false;
    }
  };
}

/** A UUID that is the same for the same text. https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8 */
async function uuidOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = [...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
