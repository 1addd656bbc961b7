import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/*
 * The hashes of a request are short texts, for which the platform's own, which answers by a promise from another
 * thread, takes five times as long.
 */

const encoder = new TextEncoder();

/**
 * SHA-256 of a text, as 64 hexadecimal digits.
 *
 * @param key makes it a keyed digest, so that a list of likely texts cannot be tried against it.
 */
export const digest = (text: string, key?: string): string =>
  bytesToHex(key ? keyed(key).update(encoder.encode(text)).digest() : sha256(encoder.encode(text)));

/** SHA-256 of many bytes, on another thread where the runtime has one, as 64 hexadecimal digits. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** The last key, ready for use: a backend has one, and making it takes longer than using it. */
let ready: { key: string; made: Keyed } | undefined;

/** What hashes with a key. */
type Keyed = Pick<ReturnType<typeof hmac.create>, 'update' | 'digest'> & { clone(): Keyed };

function keyed(key: string): Keyed {
  if (ready?.key !== key) ready = { key, made: hmac.create(sha256, encoder.encode(key)) };
  return ready.made.clone();
}
