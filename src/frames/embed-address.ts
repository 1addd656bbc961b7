import { MAX_LINES } from '../core/offer/order-limits.ts';
import { attributeOf, type Attribute } from '../element/attributes/attribute.ts';
import { ATTRIBUTES } from '../element/attributes/attributes.ts';

/** What the address of an embed page may set: attributes of the element that hold no personal detail. */
export const SAFE_ATTRIBUTES: readonly string[] = Object.entries<Attribute>(ATTRIBUTES).flatMap(
  ([name, row]) => (row.isData ? [] : (attributeOf(name, row) ?? [])),
);

/** What an embed page is asked to show. */
export interface EmbedSettings {
  attributes: Record<string, string>;
  /** Paths of offers, for real links that need no list. */
  offers: string[];
  /** Origin of the page around it, where the browser does not tell. */
  parent?: string;
}

/** Longest value of any one parameter, in characters. */
const MAX_VALUE = 2000;

/**
 * Reads the address of an embed page: attributes by their names, `offer` for each path, `parent`.
 *
 * Only what is known to be safe is read. `customer`, `context`, `offers` and `words` are not: an address is
 * written into logs and histories, and anybody can write one.
 *
 * @param search query of the address.
 *
 * @example
 * readEmbedAddress('?shop=shop.example.com&offer=%2Foffers2%2FPro&customer=ada@example.com');
 * // { attributes: { shop: 'shop.example.com' }, offers: ['/offers2/Pro'] }
 */
export function readEmbedAddress(search: string): EmbedSettings {
  const query = new URLSearchParams(search);
  const read = (name: string) => {
    const value = query.get(name);
    return value !== null && value.length <= MAX_VALUE ? value : undefined;
  };
  const attributes: EmbedSettings['attributes'] = {};
  for (const name of SAFE_ATTRIBUTES) {
    const value = read(name);
    if (value !== undefined) attributes[name] = value;
  }
  const parent = originOf(read('parent'));
  return {
    attributes,
    offers: query.getAll('offer').slice(0, MAX_LINES),
    ...(parent && { parent }),
  };
}

function originOf(address: string | undefined): string | undefined {
  try {
    const { origin } = new URL(address!);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
}
