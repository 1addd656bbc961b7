import { stat } from 'node:fs/promises';
import type { PublishedOffers } from '../agent/agent-shop.ts';
import { filledCatalog } from '../catalog/filled-catalog.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { isWebAddress } from '../core/link/shop.ts';
import { readText } from './read-text.ts';

/** How long a list of a backend is good, in milliseconds; the backend keeps it as long. */
const FRESH_MS = 60_000;

/** How long a backend may take, in milliseconds. */
const TIMEOUT_MS = 5000;

type ReadOffers = () => Promise<PublishedOffers>;

/**
 * Offers of a file, read once.
 *
 * @throws {LimioError} `config` where it cannot be read, `json_invalid`, `invalid_response`
 */
export async function offersOfFile(path: string): Promise<ReadOffers> {
  const text = await readText(path);
  const { mtimeMs } = await stat(path);
  const published = offersIn(parse(text, path), mtimeMs);
  return async () => published;
}

/**
 * Offers of a backend, read anew after a minute. Where it cannot be asked, the last list is good.
 *
 * @param backend its address, with its base path.
 * @throws {LimioError} `config` where it is no address; when asked: `network`, `timeout`, `json_invalid`
 */
export function offersOfBackend(backend: string): ReadOffers {
  if (!URL.canParse(backend) || !isWebAddress(new URL(backend)))
    throw new LimioError('config', `${JSON.stringify(backend)} is not the https address of a backend.`);
  const address = `${backend.replace(/\/+$/, '')}/offers`;
  let last: PublishedOffers | undefined;
  let goodUntil = 0;
  return async () => {
    if (last && Date.now() < goodUntil) return last;
    try {
      last = await fetchOffers(address);
      goodUntil = Date.now() + FRESH_MS;
    } catch (error) {
      if (!last) throw error;
    }
    return last;
  };
}

async function fetchOffers(address: string): Promise<PublishedOffers> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined);
  if (!response?.ok) throw new LimioError('network', `${address} answered ${response?.status ?? 'nothing'}.`);
  return offersIn(parse(await response.text(), address), Date.now());
}

function offersIn(document: unknown, readAt: number): PublishedOffers {
  const { offers, asOf } = filledCatalog(readCatalog(document));
  return { offers, readAt: asOf ? Date.parse(asOf) : readAt };
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new LimioError('json_invalid', `${place} holds no JSON.`);
  }
}
