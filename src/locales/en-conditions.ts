/** What is said of conditions of a price, in English. It comes with the part that draws them. */
export const enConditions = {
  from: 'from',
  intro: '{price} for {span}, then',
  trial: 'Free for {span}, then',
};
