import { fieldsOf } from '../core/read-fields.ts';

/**
 * Finds the list in a document, whatever its shape: a reply of Limio's Offers V2 in either of its envelopes, our own
 * `{ offers }`, or a bare array. Only what is used is looked at, so that a reply with `hits: null` sells all the same.
 *
 * @param document parsed JSON.
 * @returns items in whatever shape they came; `undefined` when the document holds no list.
 *
 * @example
 * listIn({ items: [], hits: 0 }); // []
 */
export function listIn(document: unknown): unknown[] | undefined {
  const { offers, items } = fieldsOf(document);
  return [document, offers, items].find(Array.isArray);
}
