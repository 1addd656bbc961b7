import { readQueryMore, type QueryMore } from './raw-item.ts';

/** What lies around the items of a list. */
export interface Envelope {
  /** Items in whatever shape they came; `undefined` when the document holds no list. */
  list: unknown[] | undefined;
  /** Where Limio's next page starts; left out on the last one. */
  more?: QueryMore;
}

/**
 * Reads the envelope of a list: either one of Limio's Offers V2, our own `{ offers }`, or a bare array. Only what
 * is used is looked at, so that a reply with `hits: null` or `queryMore: {}` sells all the same.
 *
 * @param document parsed JSON.
 */
export function readEnvelope(document: unknown): Envelope {
  const { offers, items, queryMore } = Object(document) as Record<string, unknown>;
  const list = [document, offers, items].find(Array.isArray);
  const more = readQueryMore(queryMore);
  return { list, ...(more && { more }) };
}
