import { parseAccept } from 'hono/utils/accept';

/** A way to compress an answer, as HTTP names it. */
export type Encoding = 'br' | 'gzip';

/** Compresses bytes. */
export type Compress = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** The ways to compress that there are, the best first. */
export type Compressors = Readonly<Partial<Record<Encoding, Compress>>>;

/** gzip, where the runtime has `CompressionStream`. https://developer.mozilla.org/docs/Web/API/CompressionStream */
export const webCompressors = (): Compressors =>
  typeof CompressionStream === 'undefined' ? {} : { gzip: gzipByStream };

async function gzipByStream(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The encoding to answer with: the first of ours that the caller takes.
 *
 * @param header `accept-encoding`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
 *
 * @example
 * chosenEncoding('gzip, deflate, br', { gzip }); // 'gzip'
 */
export function chosenEncoding(header: string | null, compressors: Compressors): Encoding | undefined {
  if (!header) return undefined;
  const weights = new Map(parseAccept(header).map(({ type, q }) => [type.toLowerCase(), q]));
  const takes = (name: Encoding) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  return (Object.keys(compressors) as Encoding[]).find(takes);
}
