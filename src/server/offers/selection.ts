import { isForSale } from '../../core/offer/is-for-sale.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { passes, type AttributeFilter } from './attribute-filters.ts';
import type { Snapshot } from './shared-read.ts';

/** Which offers a caller wants to see, in what form, and when. */
export interface Selection {
  /** As JSON for programs, or as a document for readers. */
  form: 'json' | 'markdown';
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

/** The offers of a snapshot that are for sale and asked for, each once. */
export function* selectedOffers(
  { offers, byPath }: Snapshot,
  { label, country, paths, attributes, now }: Selection,
): Generator<Offer> {
  const among = paths.length ? paths.flatMap((path) => byPath.get(path) ?? []) : offers;
  for (const offer of new Set(among))
    if (isForSale(offer, { now, country, label }) && passes(offer, attributes)) yield offer;
}
