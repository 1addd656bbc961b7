/** An offer or add-on as Limio's Offers V2 sends it. Attributes are of any type, each may be missing. */
export interface RawItem {
  path: string;
  name: string;
  type: 'item';
  /** 40 hexadecimal digits. */
  id: string;
  version: string;
  data: { attributes: Record<string, unknown> } & Record<string, unknown>;
}

const PUBLISHED = '2026-09-01T08:00:00.000Z';

/** 40 hexadecimal digits, the same ones for the same text every time. */
export function hex40(text: string): string {
  let digits = '';
  for (let round = 0; digits.length < 40; round++) {
    // FNV-1a: https://datatracker.ietf.org/doc/draft-eastlake-fnv/
    let hash = 0x811c9dc5;
    for (const character of `${round}${text}`)
      hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
    digits += hash.toString(16).padStart(8, '0');
  }
  return digits.slice(0, 40);
}

/**
 * Wraps attributes the way Limio does.
 *
 * @param data what lies beside the attributes and may contradict the top level, as in duplicated offers.
 */
export function rawItem(
  path: string,
  attributes: Record<string, unknown>,
  data: Record<string, unknown> = {},
): RawItem {
  const isAddOn = path.startsWith('/add_ons/');
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    type: 'item',
    id: hex40(path),
    version: hex40(`${path}#1`),
    data: {
      record_type: isAddOn ? 'add_on' : 'offer',
      version_date: PUBLISHED,
      created: PUBLISHED,
      modified: PUBLISHED,
      baseTemplate: isAddOn ? '/config/templates/add_ons/default' : '/config/templates/offers/default',
      price: [],
      price__limio: [],
      products: [
        {
          path: '/products/Acme Desk',
          record_type: 'product',
          attributes: {
            display_name__limio: 'Acme Desk',
            product_code__limio: 'DESK',
            has_delivery__limio: false,
          },
        },
      ],
      productBundles: [{ product_path: '/products/Acme Desk', rate_plan: 'Monthly', revenue_split: '100' }],
      ...data,
      attributes,
    },
  };
}

/** One charge. `value` is a string in Limio, with or without decimals. */
export const charge = (value: string, interval: string, more: Record<string, unknown> = {}) => ({
  name: 'charge_1',
  label: '',
  type: 'recurring',
  value,
  currencyCode: 'USD',
  trigger: 'order_date',
  repeat_interval: 1,
  repeat_interval_type: interval,
  repeat_count: '',
  delay_interval: '',
  delay_interval_type: '',
  subscription_start_day: '',
  attributes: [],
  use_external_price: false,
  ...more,
});
