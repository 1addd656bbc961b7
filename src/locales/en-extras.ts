/** What notes and marks say, in English. It comes with the part that draws them. */
export const enExtras = {
  until: 'until {date}',
  promo: 'Code {code} is checked at checkout',
  loading: 'Loading offers',
  asOf: 'Prices as of {date}',
  excluded: 'Not included:',
};
