/** What the links and cards of the apps lead to. */
export const STARTER = 'https://shop.example.com/checkout?purchase=%2Foffers2%2FStarter';
export const TEAM = 'https://shop.example.com/checkout?purchase=%2Foffers2%2FTeam%20Plan';
export const BUSINESS = 'https://shop.example.com/checkout?purchase=%2Foffers2%2FBusiness';
