/** One recurring charge in Limio's raw shape. */
export const charge = (fields: object = {}) => ({
  name: 'charge_1',
  type: 'recurring',
  value: '29.00',
  currencyCode: 'EUR',
  trigger: 'order_date',
  repeat_interval: 1,
  repeat_interval_type: 'months',
  ...fields,
});

/** One offer in Limio's raw shape, as a copy of an older offer: what `data` says of itself is stale. */
export const limioItem = (
  attributes: object = {},
  { data = {}, ...top }: { data?: object; [field: string]: unknown } = {},
) => ({
  path: '/offers2/Acme Pro',
  name: 'Acme Pro Monthly',
  type: 'item',
  id: '1'.repeat(40),
  version: '2'.repeat(40),
  data: {
    record_type: 'offer',
    path: '/offers2/Acme Basic',
    name: 'Acme Basic',
    id: '3'.repeat(40),
    version: '4'.repeat(40),
    price: [],
    price__limio: [],
    products: [{ path: '/products/Acme', record_type: 'product', attributes: {} }],
    attributes: { display_name__limio: 'Pro', price__limio: [charge()], ...attributes },
    ...data,
  },
  ...top,
});

/** A recorded reply of Offers V2. */
export const limioReply = (items: readonly unknown[], fields: object = {}) => ({
  items,
  hits: { value: 393, relation: 'eq' },
  indexName: 'published_items_acme_1',
  commitId: '1784640618996',
  ...fields,
});
