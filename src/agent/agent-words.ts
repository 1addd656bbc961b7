import type { PriceWords } from '../core/price-line.ts';

/** What agents are told prices with. */
export const WORDS: PriceWords & { was: string } = {
  day: 'per day',
  week: 'per week',
  month: 'per month',
  year: 'per year',
  every: 'every {span}',
  from: 'from',
  was: 'previously',
  intro: '{price} for {span}, then',
  trial: 'Free for {span}, then',
};
