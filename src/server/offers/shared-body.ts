/** Bytes that are handed over at once; what is smaller is copied, as that is cheaper. */
const CHUNK_BYTES = 65_536;

/**
 * A body of a `Response` that is read from where the bytes are, as fast as the caller takes them. Given the bytes
 * themselves, each response copies them, and a hundred callers who do not read hold a hundred copies of a large list.
 *
 * @see https://fetch.spec.whatwg.org/#concept-bodyinit-extract
 */
export function sharedBody(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  if (bytes.length <= CHUNK_BYTES) return bytes;
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(bytes.subarray(at, (at += CHUNK_BYTES)));
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
