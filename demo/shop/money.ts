/** A decimal amount in the shop's own language. */
export const money = (amount: string, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(Number(amount));
