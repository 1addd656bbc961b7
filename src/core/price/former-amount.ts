import type { Price } from '../offer/offer.ts';

/** The former price, where it is higher than what is charged: one that is not would be struck, and nothing saved. */
export const formerAmount = ({ amount, was }: Pick<Price, 'amount' | 'was'>): string | undefined =>
  Number(was) > Number(amount) ? was : undefined;
