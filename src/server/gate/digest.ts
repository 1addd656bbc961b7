const bytes = (text: string) => new TextEncoder().encode(text);

/**
 * Digest of a text as 43 characters of base64url.
 *
 * @param key makes it a keyed digest, so that a list of likely texts cannot be tried against it.
 */
export async function digest(text: string, key?: string): Promise<string> {
  if (!key) return digestOf(bytes(text));
  return base64url(await crypto.subtle.sign('HMAC', await hmacKey(key), bytes(text)));
}

/** Digest of bytes, of which there may be many, as 43 characters of base64url. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  base64url(await crypto.subtle.digest('SHA-256', bytes));

const base64url = (hash: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** The last key, ready for use: a backend has one, and making it takes longer than using it. */
let ready: { key: string; made: Promise<CryptoKey> } | undefined;

function hmacKey(key: string): Promise<CryptoKey> {
  if (ready?.key !== key) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    ready = { key, made: crypto.subtle.importKey('raw', bytes(key), algorithm, false, ['sign']) };
  }
  return ready.made;
}
