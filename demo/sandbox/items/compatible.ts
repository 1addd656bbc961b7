import type { RawItem } from './raw-item.ts';

const words = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);

/** Paths of the products of an item; those published directly are bare paths. */
const productsOf = ({ data }: RawItem): string[] =>
  ((data['products'] ?? []) as (string | { path: string })[]).map((product) =>
    typeof product === 'string' ? product : product.path,
  );

/** Whether an add-on goes with an offer: by a label they share, or by the offer's product. */
export function isCompatible({ data: { attributes } }: RawItem, offer: RawItem): boolean {
  const labels = words(offer.data.attributes['label__limio']);
  const products = productsOf(offer);
  return (
    words(attributes['compatibleLabel']).some((label) => labels.includes(label)) ||
    words(attributes['compatible_products']).some((path) => products.includes(path))
  );
}

export const isAddOn = ({ path }: RawItem): boolean => path.startsWith('/add_ons/');
