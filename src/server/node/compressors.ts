import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Compress, Compressors } from '../offers/encoding.ts';

/** Brotli's level: about the time of gzip, and a quarter less to send. */
const BROTLI_LEVEL = 5;

/** Brotli's window, in bits: 512 kB. A larger one takes megabytes of memory on each thread, and gains nothing here. */
const BROTLI_WINDOW = 19;

const own = (bytes: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

const brotli: Compress = async (bytes) => {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL,
    [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return own(await promisify(brotliCompress)(bytes, { params }));
};

/** What Node compresses with, on threads of its own. */
export const nodeCompressors: Compressors = {
  br: brotli,
  gzip: async (bytes) => own(await promisify(gzip)(bytes)),
};
