import { abortable } from './with-timeout.ts';

/**
 * Reads a body as text and stops as soon as it is too large, whatever its `content-length` claims.
 *
 * @param max bytes.
 * @param fatal whether bytes that are not UTF-8 throw a `TypeError`; otherwise they are replaced.
 * @returns `undefined` when there is more.
 * @throws the signal's reason, even if the body does not listen to it
 *
 * @example
 * const text = await readCapped(response.body, 65_536, signal);
 */
export async function readCapped(
  body: ReadableStream<Uint8Array> | null,
  max: number,
  signal: AbortSignal,
  fatal = false,
): Promise<string | undefined> {
  const reader = body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal });
  const read = async () => {
    let size = 0;
    let text = '';
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > max) return undefined;
      text += decoder.decode(value, { stream: true });
    }
    return text + decoder.decode();
  };
  try {
    return await abortable(read(), signal);
  } finally {
    // Closes the connection if the body was not read to its end. Nobody waits for it: a sender may never let go.
    void reader?.cancel().catch(() => {});
  }
}
