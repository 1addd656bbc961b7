import type { english } from '../extras/english.ts';

/** What is said on the first paint, in English. `{…}` is filled in; an override may leave it out. */
export const en = {
  cta: 'Subscribe',
  day: 'per day',
  week: 'per week',
  month: 'per month',
  year: 'per year',
  every: 'every {span}',
  from: 'from',
  was: 'Previously',
  intro: '{price} for {span}, then',
  trial: 'Free for {span}, then',
  promo: 'Code {code} is checked at checkout',
  window: 'opens in a new window',
  loading: 'Loading offers',
  asOf: 'Prices as of {date}',
};

/** Every word the element says by itself, in one language. */
export type Words = typeof en & typeof english;
