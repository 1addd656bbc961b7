import { abortable } from './deadline.ts';

/**
 * Reads a reply as text and stops as soon as it is too large, whatever its `content-length` claims.
 *
 * @param max bytes.
 * @returns `undefined` when there is more.
 * @throws the signal's reason, even if the body does not listen to it
 */
export async function readCapped(
  response: Response,
  max: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  try {
    for (;;) {
      const { done, value } = await abortable(reader.read(), signal);
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > max) return undefined;
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    // Closes the connection if the reply was not read to its end; otherwise does nothing.
    void reader.cancel().catch(() => {});
  }
}
