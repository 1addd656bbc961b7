import { compatibility, type Compatibility } from '../../catalog/add-on.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { fieldsOf } from '../../core/read-fields.ts';

/** What the catalogue says of an offer that is of no use to a browser, so no part of the offer. */
export interface Facts extends Compatibility {
  /** Values of the attributes by which offers may be filtered. */
  attributes: Readonly<Record<string, readonly string[]>>;
}

const known = new WeakMap<Offer, Facts>();

/** The facts of an offer; `undefined` for one that `offerToKeep` has not kept. */
export const factsOf = (offer: Offer): Facts | undefined => known.get(offer);

/** Reads an item of Limio's catalogue. @param filters names of the attributes by which offers may be filtered */
export function readFacts(item: unknown, filters: readonly string[]): Facts {
  const given = fieldsOf(fieldsOf(fieldsOf(item)['data'])['attributes']);
  const attributes = filters.map((name) => [name, [given[name] ?? []].flat().map(String)] as const);
  return { ...compatibility(item), attributes: Object.fromEntries(attributes) };
}

/**
 * An offer to be kept, with its facts: the one that is kept already, where nothing of it has changed, so that reading
 * anew leaves nothing behind; otherwise a copy that shares no memory with the reply it was read from.
 */
export function offerToKeep(offer: Offer, facts: Facts, before: Offer | undefined): Offer {
  const text = JSON.stringify([offer, facts]);
  if (before && JSON.stringify([before, factsOf(before)]) === text) return before;
  const [copy, ownFacts] = JSON.parse(text) as [Offer, Facts];
  known.set(copy, ownFacts);
  return copy;
}
