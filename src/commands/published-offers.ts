import { stat } from 'node:fs/promises';
import type { AgentShop, OfferAttributes, PublishedOffers } from '../agent/agent-shop.ts';
import { filledCatalog } from '../catalog/filled-catalog.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { isWebAddress } from '../core/link/shop.ts';
import { readCapped } from '../core/read-capped.ts';
import { readText } from './read-text.ts';

/** How long a list of a backend is good, in milliseconds; the backend keeps it as long. */
const FRESH_MS = 60_000;

/** How long a backend may take, in milliseconds. */
const TIMEOUT_MS = 5000;

/** Most bytes of its answer. Limio's own replies are capped at 6 MB; nothing larger is a list of offers. */
const MAX_BYTES = 8_000_000;

/** Where the offers of a shop come from, and what else is known of them there. */
type OffersSource = Pick<AgentShop, 'readOffers' | 'attributes'>;

/**
 * Offers of a file, read once.
 *
 * @throws {LimioError} `config` where it cannot be read, `json_invalid`, `invalid_response`
 */
export async function offersOfFile(path: string): Promise<OffersSource> {
  const text = await readText(path);
  const { mtimeMs } = await stat(path);
  const published = offersIn(parse(text, path), mtimeMs);
  return { readOffers: async () => published };
}

/**
 * Offers of a backend, read anew after a minute. Where it cannot be asked, the last list is good. Which of them have
 * an attribute it is asked each time, as a list does not show it.
 *
 * @param backend its address, with its base path.
 * @throws {LimioError} `config` where it is no address; when asked: `network`, `timeout`,
 *   `json_invalid`, `invalid_response`
 */
export function offersOfBackend(backend: string): OffersSource {
  const url = URL.canParse(backend) ? new URL(backend) : undefined;
  // What stands before an @ may be a password, so it is not repeated.
  const given = backend.includes('@') ? '"…@"' : JSON.stringify(backend);
  if (!url || !isWebAddress(url) || backend.includes('@'))
    throw new LimioError('config', `--backend: ${given} is not the https address of a backend.`);
  const address = `${backend.replace(/\/+$/, '')}/offers`;
  let last: PublishedOffers | undefined;
  let goodUntil = 0;
  const readOffers = async () => {
    if (last && Date.now() < goodUntil) return last;
    try {
      last = await fetchOffers(address);
      goodUntil = Date.now() + FRESH_MS;
    } catch (error) {
      if (!last) throw error;
    }
    return last;
  };
  return { readOffers, attributes: attributesOf(address) };
}

/** The attributes that a backend filters its list by; it alone knows their names. */
const attributesOf = (address: string): OfferAttributes => ({
  async choose(wanted) {
    const query = new URLSearchParams(wanted.map(([name, value]) => [`attributes.${name}`, value]));
    const filtered = `${address}?${query}`;
    const answer = await ask(filtered);
    if (answer.status === 400) return undefined;
    const { offers } = offersOf(answer, filtered);
    const paths = new Set(offers.map(({ path }) => path));
    return ({ path }) => paths.has(path);
  },
});

const fetchOffers = async (address: string): Promise<PublishedOffers> =>
  offersOf(await ask(address), address);

/** What a backend answered; without a text where that is too long to be a list. */
interface Answer {
  status: number;
  text: string | undefined;
}

async function ask(address: string): Promise<Answer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const { status, body } = await fetch(address, { signal });
    return { status, text: await readCapped(body, MAX_BYTES, signal) };
  } catch {
    if (signal.aborted) throw new LimioError('timeout', `${address} takes too long.`);
    throw new LimioError('network', `${address} cannot be reached.`);
  }
}

function offersOf({ status, text }: Answer, address: string): PublishedOffers {
  if (status !== 200) throw new LimioError('network', `${address} answered ${status}.`);
  if (text === undefined)
    throw new LimioError('invalid_response', `${address} sends more than ${MAX_BYTES / 1e6} MB.`);
  return offersIn(parse(text, address), Date.now());
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
