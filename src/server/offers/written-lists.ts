import { LRUCache } from 'lru-cache';
import type { OfferList } from '../../contract/offers.ts';
import { isForSale } from '../../core/offer/is-for-sale.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { digestOf } from '../gate/digest.ts';
import { passes, type AttributeFilter } from './attribute-filters.ts';
import type { Compressors, Encoding } from './encoding.ts';
import { nextTurn } from './next-turn.ts';
import type { Snapshot } from './offer-cache.ts';
import { survey } from './survey.ts';
import { wireText } from './wire-text.ts';

/** Which offers a caller wants to see, and when. */
export interface Selection {
  /** Only offers with this label; empty: any. */
  label: string;
  /** Only offers that are sold there; empty: anywhere. */
  country: string;
  /** Only these; empty: all. */
  paths: readonly string[];
  /** Only offers with these attributes of Limio's catalogue. */
  attributes: readonly AttributeFilter[];
  isStale: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

/** A list as it goes over the wire, kept ready. */
export interface WrittenList {
  etag: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** @returns the list compressed, once however many ask */
  compressed(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
}

/** Most bytes of lists that are kept ready, with what they are compressed to, as anybody may ask for any label. */
const MAX_BYTES = 32 * 2 ** 20;

/** What a list takes besides its text. */
const OVERHEAD_BYTES = 2000;

/** Longest a list is kept ready whose offers stay the same, in milliseconds: it says when it was read. */
const KEEP_MS = 600_000;

/** Lists that are written at once, each of which takes twice its size meanwhile. */
const MAX_AT_ONCE = 2;

/** Offers that are written at once, within a few milliseconds. */
const SLICE = 200;

/**
 * Makes what writes lists of offers: each list once, and compressed once, for as long as its offers stay the same.
 *
 * @example
 * const { etag, bytes } = await writeList(snapshot, { label: 'pricing', country: '', paths: [], attributes: [], isStale, now });
 */
export function listWriter(
  compressors: Compressors,
): (snapshot: Snapshot, selection: Selection) => Promise<WrittenList> {
  const lists = new LRUCache<string, Promise<WrittenList>>({
    maxSize: MAX_BYTES,
    sizeCalculation: () => OVERHEAD_BYTES,
  });
  /** Of what the lists are that are kept, and from when until when they are right, in milliseconds since 1970. */
  let kept = { offers: [] as readonly Offer[], from: 0, ...survey([], 0), until: 0 };
  let writing = 0;

  async function write(snapshot: Snapshot, selection: Selection): Promise<WrittenList> {
    const before = encode('{"offers":[');
    const offers = await written(selectedOffers(snapshot, selection));
    const bytes = joined([before, ...offers, encode(`],${rest(snapshot, selection)}`)]);
    const length = offers.reduce((sum, chunk) => sum + chunk.length, 0);
    const named = await digestOf(bytes.subarray(before.length, before.length + length));
    const ready = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
    return {
      // Weak, as the instant of reading is left out: the same offers read again are not a new list. And for one that
      // is compressed it is the same.
      etag: `W/"${named}${selection.isStale ? '-stale' : ''}"`,
      bytes,
      compressed(encoding) {
        const there = ready.get(encoding) ?? compressors[encoding]!(bytes);
        ready.set(encoding, there);
        return there;
      },
    };
  }

  async function writeInTurn(snapshot: Snapshot, selection: Selection): Promise<WrittenList> {
    // Not by a chain of promises: on Workers, what one request waits for must not be resolved by another.
    while (writing >= MAX_AT_ONCE) await nextTurn();
    writing++;
    try {
      return await write(snapshot, selection);
    } finally {
      writing--;
    }
  }

  return (snapshot, selection) => {
    const { label, country, paths, attributes, isStale, now } = selection;
    const { offers } = snapshot;
    if (kept.offers !== offers || now < kept.from || now >= kept.until) {
      lists.clear();
      const { until, ...names } = survey(offers, now);
      kept = { offers, from: now, until: Math.min(now + KEEP_MS, until), ...names };
    }
    // Whatever no offer names is one and the same, so that nobody can have a list written for each word there is.
    const named = [
      kept.labels.has(label) || !label ? label : null,
      kept.countries.has(country) || !country ? country : null,
    ];
    const key = JSON.stringify([named, paths, attributes, isStale]);
    const there = lists.get(key);
    if (there) return there;
    const list = writeInTurn(snapshot, selection);
    lists.set(key, list);
    // Its size is known only now. What it is compressed to takes about half as much again.
    list.then(
      ({ bytes }) => {
        const size = OVERHEAD_BYTES + Math.ceil(bytes.length * 1.5);
        if (lists.peek(key) === list) lists.set(key, list, { size });
      },
      () => lists.delete(key),
    );
    return list;
  };
}

/** The offers of a snapshot that are for sale and asked for, each once. */
export function* selectedOffers(
  { offers, byPath }: Snapshot,
  { label, country, paths, attributes, now }: Omit<Selection, 'isStale'>,
): Generator<Offer> {
  const among = paths.length ? paths.flatMap((path) => byPath.get(path) ?? []) : offers;
  for (const offer of new Set(among))
    if (isForSale(offer, { now, country, label }) && passes(offer, attributes)) yield offer;
}

/** What a list says besides its offers, as the end of its JSON. */
function rest({ readAt }: Snapshot, { isStale }: Selection): string {
  const said: Omit<OfferList, 'offers'> = {
    asOf: new Date(readAt).toISOString(),
    ...(isStale && { stale: true }),
  };
  return JSON.stringify(said).slice(1);
}

/** Offers as bytes with commas between them, a slice at a time. */
async function written(offers: Iterable<Offer>): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let slice: string[] = [];
  const flush = () => {
    if (slice.length) chunks.push(encode((chunks.length ? ',' : '') + slice.join()));
    slice = [];
  };
  for (const offer of offers) {
    slice.push(wireText(offer));
    if (slice.length < SLICE) continue;
    flush();
    await nextTurn();
  }
  flush();
  return chunks;
}

const encoder = new TextEncoder();
const encode = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
