import { LimioError } from '../../core/errors/limio-error.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { fieldsOf } from '../../core/read-fields.ts';
import type { LimioClient } from '../../limio/client.ts';
import type { ListItems } from '../../limio/operations/catalogue.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { offerToKeep, readFacts } from './facts.ts';
import { nextTurn } from './next-turn.ts';

/**
 * Items of a page. Nothing is sold before the first read is over, so that its pages are as large as Limio takes them;
 * later ones are small, as a page is parsed in one go, and meanwhile other requests wait.
 */
const PAGE_SIZE = { first: 1000, later: 250 };

/** Items that are read at once, within a few milliseconds; what is larger holds up other requests. */
const SLICE = 20;

/** For how long the place is good at which a failed try broke off, in milliseconds. */
const RESUME_MS = 120_000;

/** A list of Limio, read to its end. Where nothing has changed, it is the very one that was read before. */
export interface Catalogue {
  offers: readonly Offer[];
  byPath: ReadonlyMap<string, Offer>;
  /** Path of each item that was read, by its id, whichever channel it is sold through. */
  pathById: ReadonlyMap<string, string>;
  /** There are more than the backend may hold. */
  isCut: boolean;
}

/** Reads a list to its end. @param onPage called with each page, as a sign of life */
export type ReadCatalogue = (options: RequestOptions, onPage?: () => void) => Promise<Catalogue>;

/** Which offers are read, how many, and how. */
export interface CatalogueReaderOptions {
  list: LimioClient['listOffers'];
  /** Reads only what carries this label. */
  label?: string | undefined;
  /** Gives the offers of some items, and how many could not be read. */
  read: (items: readonly unknown[]) => { offers: readonly Offer[]; dropped: number };
  /** Names of the attributes by which the list may be filtered. */
  filters: readonly string[];
  /** Most items that are read. */
  max: number;
}

interface Progress {
  offers: Map<string, Offer>;
  paths: Map<string, string>;
  items: number;
  dropped: number;
  /** Where the next page begins. */
  more?: ListItems['more'];
  keptAt: number;
}

/**
 * Makes what reads everything that Limio has published, page by page, as our offers. What a try has read is kept
 * when it fails, and the next one goes on from there.
 *
 * @returns throws {LimioError} `upstream_…`; `upstream_invalid` when not one of the items is an offer
 */
export function catalogueReader(options: CatalogueReaderOptions): ReadCatalogue {
  const { list, label, read, filters, max } = options;
  let left: Progress | undefined;
  let last: Catalogue | undefined;

  async function readItems(items: readonly unknown[], into: Progress): Promise<void> {
    for (let at = 0; at < items.length; at += SLICE) {
      const slice = items.slice(at, at + SLICE);
      const { offers, dropped } = read(slice);
      for (const offer of offers) {
        const { path } = offer;
        if (into.offers.has(path)) continue;
        const item = slice.find((each) => fieldsOf(each)['path'] === path);
        into.offers.set(path, offerToKeep(offer, readFacts(item, filters), last?.byPath.get(path)));
      }
      for (const { id, path } of slice.map(fieldsOf))
        if (typeof id === 'string' && typeof path === 'string') into.paths.set(id, path);
      into.dropped += dropped;
      if (at + SLICE < items.length) await nextTurn();
    }
    into.items += items.length;
  }

  return async ({ signal, waitUntil }, onPage) => {
    const isGood = left !== undefined && performance.now() - left.keptAt < RESUME_MS;
    const progress: Progress = isGood
      ? { ...left! }
      : { offers: new Map(), paths: new Map(), items: 0, dropped: 0, keptAt: 0 };
    left = undefined;
    let isCut = false;
    // No deadline, so that each page has one of its own.
    const input = {
      pageSize: PAGE_SIZE[last ? 'later' : 'first'],
      ...(label && { label }),
      more: progress.more,
    };
    for await (const { items, more } of list(input, { signal, waitUntil })) {
      onPage?.();
      const room = max - progress.items;
      await readItems(items.slice(0, room), progress);
      isCut = items.length > room || (items.length === room && more !== undefined);
      if (isCut) break;
      // Only now: where a try gets no further than the one before, its place may be no good any more.
      left = Object.assign(progress, { more, keptAt: performance.now() });
    }
    left = undefined;
    const { offers, paths: pathById, dropped } = progress;
    if (!offers.size && dropped)
      throw new LimioError('upstream_invalid', `None of ${dropped} items of the catalogue is an offer.`);
    const newest = { offers: [...offers.values()], byPath: offers, pathById, isCut };
    return (last = last && isSame(last, newest) ? { ...last, pathById } : newest);
  };
}

const isSame = (before: Catalogue, { offers, isCut }: Catalogue): boolean =>
  before.isCut === isCut &&
  before.offers.length === offers.length &&
  before.offers.every((offer, place) => offer === offers[place]);
