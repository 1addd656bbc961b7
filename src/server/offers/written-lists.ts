import { LRUCache } from 'lru-cache';
import type { Offer } from '../../core/offer/offer.ts';
import { digestOf } from '../gate/digest.ts';
import type { Compressors, Encoding } from './encoding.ts';
import type { ListForm, ListText } from './list-forms.ts';
import { nextTurn } from './next-turn.ts';
import type { Asker } from './offer-cache.ts';
import type { Selection } from './selection.ts';
import type { Snapshot } from './shared-read.ts';
import { MAX_WORK_MS, sharedWork, type SharedWork } from './shared-work.ts';
import { survey, type Survey } from './survey.ts';

/** A list as it goes over the wire, kept ready. */
export interface WrittenList {
  etag: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** The list compressed, once however many ask. */
  compressed(encoding: Encoding, asker: Asker): Promise<Uint8Array<ArrayBuffer>>;
}

/** Most bytes of lists that are kept ready, with what they are compressed to, as anybody may ask for any label. */
const MAX_BYTES = 32 * 2 ** 20;

/** What a list takes besides its text. Callers may make its key long. */
const overhead = (key: string): number => 2000 + 2 * key.length;

/** Longest a list is kept ready whose offers stay the same, in milliseconds: it says when it was read. */
const KEEP_MS = 600_000;

/** Lists that are written at once, each of which takes twice its size meanwhile. */
const MAX_AT_ONCE = 2;

/**
 * Makes what writes lists of offers: each list once, and compressed once, for as long as its offers stay the same.
 *
 * @param forms how lists are written, by the name of the form.
 *
 * @example
 * const { etag, bytes } = await writeList(snapshot, { form: 'json', label: 'pricing', country: '', paths: [], attributes: [], isStale, now }, context);
 */
export function listWriter(
  compressors: Compressors,
  forms: Readonly<Record<Selection['form'], ListForm>>,
): (snapshot: Snapshot, selection: Selection, asker: Asker) => Promise<WrittenList> {
  const lists = new LRUCache<string, SharedWork<WrittenList>>({
    maxSize: MAX_BYTES,
    sizeCalculation: (_, key) => overhead(key),
  });
  let kept = keptOffers([], 0);
  const write = inTurn(async (snapshot: Snapshot, selection: Selection) =>
    writtenList(await forms[selection.form](snapshot, selection), selection.isStale, compressors),
  );

  return (snapshot, selection, asker) => {
    const { now } = selection;
    if (kept.offers !== snapshot.offers || now < kept.from || now >= kept.until) {
      lists.clear();
      kept = keptOffers(snapshot.offers, now);
    }
    const key = keyOf(selection, kept, snapshot);
    const there = lists.get(key);
    if (there) return there(asker);
    const work = sharedWork(async () => {
      const list = await write(snapshot, selection);
      // Its size is known only now. What it is compressed to takes about half as much again.
      const size = overhead(key) + Math.ceil(list.bytes.length * 1.5);
      if (lists.peek(key) === work) lists.set(key, work, { size });
      return list;
    });
    lists.set(key, work);
    return work(asker);
  };
}

/** The offers that lists are kept of, and from when until when these lists are right, in milliseconds since 1970. */
interface KeptOffers extends Survey {
  offers: readonly Offer[];
  from: number;
}

function keptOffers(offers: readonly Offer[], from: number): KeptOffers {
  const { until, ...names } = survey(offers, from);
  return { offers, from, until: Math.min(from + KEEP_MS, until), ...names };
}

/**
 * Under which key a list is kept. Whatever no offer names is one and the same, so that nobody can have a list written
 * for each word there is.
 */
function keyOf(
  { form, label, country, paths, attributes, isStale }: Selection,
  { labels, countries }: Survey,
  { byPath }: Snapshot,
): string {
  const named = [
    labels.has(label) || !label ? label : null,
    countries.has(country) || !country ? country : null,
    paths.length ? [...new Set(paths)].filter((path) => byPath.has(path)) : null,
  ];
  return JSON.stringify([form, named, attributes, isStale]);
}

async function writtenList(
  { bytes, own }: ListText,
  isStale: boolean,
  compressors: Compressors,
): Promise<WrittenList> {
  const named = await digestOf(own);
  const ready = new Map<Encoding, SharedWork<Uint8Array<ArrayBuffer>>>();
  return {
    // Weak, as it names only a part of the list, and is the same however the list is compressed.
    etag: `W/"${named}${isStale ? '-stale' : ''}"`,
    bytes,
    compressed(encoding, asker) {
      const there = ready.get(encoding) ?? sharedWork(() => compressors[encoding]!(bytes));
      ready.set(encoding, there);
      return there(asker);
    },
  };
}

/** Lets {@link MAX_AT_ONCE} be written at once, while the others wait. */
function inTurn<Given extends unknown[], T>(write: (...given: Given) => Promise<T>) {
  /** When each list that is being written was begun; a runtime may have stopped one on its way. */
  const writing = new Set<{ startedAt: number }>();
  const isFull = () =>
    [...writing].filter(({ startedAt }) => performance.now() - startedAt < MAX_WORK_MS).length >= MAX_AT_ONCE;
  return async (...given: Given): Promise<T> => {
    // Not by a chain of promises: on Workers, what one request waits for must not be resolved by another.
    while (isFull()) await nextTurn();
    const own = { startedAt: performance.now() };
    writing.add(own);
    try {
      return await write(...given);
    } finally {
      writing.delete(own);
    }
  };
}
