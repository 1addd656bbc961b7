import { LRUCache } from 'lru-cache';
import type { OfferList } from '../../contract/offers.ts';
import { isForSale } from '../../core/offer/is-for-sale.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { digestOf } from '../gate/digest.ts';
import { passes, type AttributeFilter } from './attribute-filters.ts';
import type { Compressors, Encoding } from './encoding.ts';
import { nextTurn } from './next-turn.ts';
import type { Snapshot } from './offer-cache.ts';

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

/** Offers that are written at once, within a few milliseconds. */
const SLICE = 200;

/**
 * Makes what writes lists of offers: each list once a minute, instead of for each request, and compressed once.
 *
 * @example
 * const { etag, bytes } = await writeList(snapshot, { label: 'pricing', country: '', paths: [], attributes: [], isStale, now });
 */
export function listWriter(
  compressors: Compressors,
): (snapshot: Snapshot, selection: Selection) => Promise<WrittenList> {
  const texts = new WeakMap<Snapshot, Promise<ReadonlyMap<Offer, string>>>();
  const lists = new LRUCache<string, { of: Snapshot; list: Promise<WrittenList> }>({
    maxSize: MAX_BYTES,
    sizeCalculation: () => OVERHEAD_BYTES,
  });

  /** Each offer of a catalogue as JSON, once for all lists. */
  function textsOf(snapshot: Snapshot): Promise<ReadonlyMap<Offer, string>> {
    const there = texts.get(snapshot) ?? writeOffers(snapshot.offers);
    texts.set(snapshot, there);
    return there;
  }

  async function write(snapshot: Snapshot, selection: Selection): Promise<WrittenList> {
    const text = await textsOf(snapshot);
    const chunks = await chunksOf(wanted(snapshot, selection), (offer) => text.get(offer) ?? '');
    const { offers: _, ...rest } = envelope(snapshot, selection);
    const shown = joined(chunks);
    // Weak, as the instant of reading is left out: the same offers read again are not a new list. And for one that is
    // compressed it is the same.
    const etag = `W/"${await digestOf(selection.isStale ? joined([shown, encode('stale')]) : shown)}"`;
    const bytes = joined([encode('{"offers":['), shown, encode(`],${JSON.stringify(rest).slice(1)}`)]);
    const ready = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
    return {
      etag,
      bytes,
      compressed(encoding) {
        const there = ready.get(encoding) ?? compressors[encoding]!(bytes);
        ready.set(encoding, there);
        return there;
      },
    };
  }

  return (snapshot, selection) => {
    const { label, country, paths, attributes, isStale, now } = selection;
    const key = JSON.stringify([label, country, paths, attributes, isStale, Math.floor(now / 60_000)]);
    const there = lists.get(key);
    if (there?.of === snapshot) return there.list;
    const entry = { of: snapshot, list: write(snapshot, selection) };
    lists.set(key, entry);
    // Its size is known only now. With what it is compressed to it takes about half as much again.
    entry.list.then(
      ({ bytes }) => {
        if (lists.peek(key) === entry)
          lists.set(key, entry, { size: OVERHEAD_BYTES + Math.ceil(bytes.length * 1.5) });
      },
      () => lists.delete(key),
    );
    return entry.list;
  };
}

function* wanted({ offers, byPath }: Snapshot, selection: Selection): Generator<Offer> {
  const { label, country, paths, attributes, now } = selection;
  const among = paths.length ? paths.flatMap((path) => byPath.get(path) ?? []) : offers;
  for (const offer of new Set(among))
    if (
      isForSale(offer, { now, country }) &&
      (!label || offer.labels?.includes(label)) &&
      passes(offer, attributes)
    )
      yield offer;
}

async function writeOffers(offers: readonly Offer[]): Promise<ReadonlyMap<Offer, string>> {
  const texts = new Map<Offer, string>();
  for (const offer of offers) {
    texts.set(offer, JSON.stringify(withoutId(offer)));
    if (texts.size % SLICE === 0) await nextTurn();
  }
  return texts;
}

/** The id is for orders; a browser has no use for it. */
const withoutId = ({ id: _, ...offer }: Offer): Offer => offer;

/** What a list says besides its offers. */
const envelope = ({ readAt }: Snapshot, { isStale }: Selection): OfferList => ({
  offers: [],
  asOf: new Date(readAt).toISOString(),
  ...(isStale && { stale: true }),
});

/** Offers as bytes with commas between them, a slice at a time. */
async function chunksOf(
  offers: Iterable<Offer>,
  text: (offer: Offer) => string,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let slice: string[] = [];
  const flush = () => {
    if (slice.length) chunks.push(encode((chunks.length ? ',' : '') + slice.join()));
    slice = [];
  };
  for (const offer of offers) {
    slice.push(text(offer));
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
