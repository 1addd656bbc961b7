/** What a comparison of offers says, in English. It comes with the part that draws it. */
export const enComparison = {
  compare: 'Compare what is included',
  compared: 'Offers compared',
  included: 'Included',
  notIncluded: 'Not included',
  column: 'Offer {number}',
};
