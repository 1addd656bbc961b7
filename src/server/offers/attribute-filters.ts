import type { Offer } from '../../core/offer/offer.ts';
import { HttpError } from '../http-error.ts';
import { factsOf } from './facts.ts';

/** An attribute of Limio's catalogue and the value that it has to have, or to hold where it is a list. */
export type AttributeFilter = readonly [name: string, value: string];

/** Attributes by which anybody may filter, unless others are named. */
export const DEFAULT_FILTERS = 'group__limio label__limio';

const PREFIX = 'attributes.';

/** Longest value that is looked for, in characters. */
const MAX_VALUE = 200;

/**
 * The filters in a query, as Offers V2 takes them: `attributes.group__limio=yearly`. Several narrow the list.
 *
 * @param names attributes by which may be filtered.
 * @throws {HttpError} `bad_request` naming the parameter, so that nobody takes a whole list for a filtered one
 */
export function readFilters(query: URLSearchParams, names: readonly string[]): AttributeFilter[] {
  const filters = [...query].filter(([name]) => name.startsWith(PREFIX));
  const refused = filters.filter(
    ([name, value]) => !names.includes(name.slice(PREFIX.length)) || !value || value.length > MAX_VALUE,
  );
  if (refused.length)
    throw new HttpError('bad_request', 'The list cannot be filtered by these attributes, or values.', {
      fields: refused.map(([name]) => name.replace(/[^\w.-]/g, '').slice(0, 60)),
    });
  // In one order, so that a list is kept once however it is asked for.
  return filters.map(([name, value]) => [name.slice(PREFIX.length), value] as const).sort(byText);
}

const byText = (a: AttributeFilter, b: AttributeFilter): number => (a.join('=') < b.join('=') ? -1 : 1);

/** Whether an offer of the catalogue passes all filters. */
export const passes = (offer: Offer, filters: readonly AttributeFilter[]): boolean =>
  filters.every(([name, value]) => factsOf(offer)?.attributes[name]?.includes(value));
