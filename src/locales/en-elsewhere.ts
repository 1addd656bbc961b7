/** What is said of offers that are not sold here, in English. It comes with the part that draws them. */
export const enElsewhere = {
  current: 'Your plan',
  onward: 'Continue',
};
