const bytes = (text: string) => new TextEncoder().encode(text);

/**
 * Digest of a text as 43 characters of base64url, all of which an `external_id` may hold.
 *
 * @param key makes it a keyed digest, so that a list of likely texts cannot be tried against it.
 */
export async function digest(text: string, key?: string): Promise<string> {
  const { subtle } = crypto;
  const hash = key
    ? await subtle.sign('HMAC', await hmacKey(key), bytes(text))
    : await subtle.digest('SHA-256', bytes(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

const hmacKey = (key: string) =>
  crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
