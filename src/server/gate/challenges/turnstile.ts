import type { Challenge } from '../../options.ts';
import { askVerifier } from './ask-verifier.ts';

/** What verifies tokens of Turnstile, and what they have to meet. */
export interface TurnstileOptions {
  /** Secret key of the widget. */
  secret: string;
  /** Host names of the pages the challenge may have been solved on; left out: any. */
  hostnames?: readonly string[];
  /** Address of the verification. Default: Cloudflare's. */
  endpoint?: string;
  fetch?: typeof fetch;
}

const ENDPOINT = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';

/**
 * Verifies answers to Cloudflare Turnstile; `limio-offers/integrations/turnstile` has them. The customer's address is
 * not passed on. Where the service cannot be asked, the challenge counts as not passed.
 *
 * @see https://developers.cloudflare.com/turnstile/get-started/server-side-validation/
 *
 * @example
 * limioBackend({ ...options, challenge: turnstile({ secret: env.TURNSTILE_SECRET }) });
 */
export function turnstile({
  secret,
  hostnames,
  endpoint = ENDPOINT,
  fetch = globalThis.fetch,
}: TurnstileOptions): Challenge {
  return async ({ token, attemptId, signal }) => {
    // A token can be verified once; the key makes a repeated attempt the same verification.
    const body = JSON.stringify({ secret, response: token, idempotency_key: await uuidOf(attemptId) });
    const result = await askVerifier({ url: endpoint, body, fetch, signal });
    return result?.['success'] === true && (!hostnames || hostnames.includes(String(result['hostname'])));
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
