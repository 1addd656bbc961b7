/** What the first paint says, in English. It comes with the element's own file. */
export const en = {
  cta: 'Subscribe',
  day: 'per day',
  week: 'per week',
  month: 'per month',
  year: 'per year',
  every: 'every {span}',
  from: 'from',
  was: 'Previously',
  now: 'now',
  intro: '{price} for {span}, then',
  trial: 'Free for {span}, then',
  window: 'opens in a new window',
};
