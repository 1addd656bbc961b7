import { fieldsOf } from '../core/read-fields.ts';

/** Whether a path is that of an add-on; https://docs.limio.com/api/catalog-api/catalog */
export const isAddOnPath = (path: string): boolean => path.startsWith('/add_ons/');

/** What decides which offers an add-on goes with. An offer and an add-on have it alike. */
export interface Compatibility {
  /** Labels of an offer; labels of the offers that an add-on goes with. */
  labels: readonly string[];
  /** Paths of the products of an offer; of those that an add-on goes with. */
  products: readonly string[];
}

/**
 * Reads what decides which add-ons go with an offer, or the other way round, from an item of Limio's catalogue.
 *
 * @see assumption add-on-parent; attributes as seen in Limio's own add-on components
 */
export function compatibility(entry: unknown): Compatibility {
  const { path, data } = fieldsOf(entry);
  const { attributes, products } = fieldsOf(data);
  const { label__limio, compatibleLabel, compatible_products } = fieldsOf(attributes);
  return isAddOnPath(String(path))
    ? { labels: words(compatibleLabel), products: words(compatible_products) }
    : { labels: words(label__limio), products: pathsOf(products) };
}

/** Whether an add-on goes with an offer: by a label or a product. One that names neither goes with every offer. */
export const goesWith = (addOn: Compatibility, offer: Compatibility): boolean =>
  (!addOn.labels.length && !addOn.products.length) ||
  addOn.labels.some((label) => offer.labels.includes(label)) ||
  addOn.products.some((path) => offer.products.includes(path));

const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((word) => typeof word === 'string');

/** Products of items that are published by themselves are bare paths. */
const pathsOf = (products: unknown): string[] =>
  words(
    Array.isArray(products) ? products.map((each: unknown) => fieldsOf(each)['path'] ?? each) : undefined,
  );
