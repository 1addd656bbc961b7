/** The shop that all the apps sell for. */
export const SHOP = 'https://shop.example.com';

const monthly = (amount: string) =>
  ({ amount, currency: 'EUR', interval: { unit: 'month', count: 1 } }) as const;

/** What they sell. */
export const PLANS = [
  { path: '/offers2/Starter', name: 'Starter', price: monthly('9.00') },
  { path: '/offers2/Team Plan', name: 'Team', price: monthly('29.00') },
  { path: '/offers2/Business', name: 'Business', price: monthly('99.00') },
];

/** The lists that the buttons of each app switch between. */
export const LISTS = {
  More: PLANS,
  Fewer: PLANS.slice(0, 1),
  Turned: PLANS.slice(0, 2).reverse(),
};
