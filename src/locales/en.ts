/** What the first paint says, in English. It comes with the element's own file. */
export const en = {
  cta: 'Subscribe',
  day: 'per day',
  week: 'per week',
  month: 'per month',
  year: 'per year',
  every: 'every {span}',
  was: 'Previously',
  window: 'opens in a new window',
};
