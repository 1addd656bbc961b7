/** What is said of former prices, savings and totals, in English. It comes with the part that reckons them. */
export const enPricing = {
  now: 'now',
  save: 'Save {percent}',
  billedYearly: '{price} a month, billed yearly',
  billed: '{price} a month, billed {every}',
  remove: 'Remove',
  total: 'Total',
  once: 'once',
};
