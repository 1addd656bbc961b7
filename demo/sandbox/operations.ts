/** Which operation a request is, by method and path; the names are those of the client. */
const OPERATIONS: ReadonlyArray<readonly [name: string, method: string, path: RegExp]> = [
  ['token', 'POST', /\/oauth2\/token$/],
  ['listOffers', 'GET', /\/api\/offers\/v2$/],
  ['listAddOns', 'GET', /\/api\/add_ons$/],
  ['initiateCheckout', 'POST', /\/api\/admin\/checkout\/initiate$/],
  ['renewCheckout', 'POST', /\/api\/admin\/checkout\/initiate\/renew$/],
  ['applyPromoCode', 'POST', /\/api\/admin\/v2\/promo_code$/],
  ['updateBasket', 'PUT', /\/api\/checkout\/update$/],
  ['abandonedBaskets', 'GET', /\/api\/checkout\/abandoned$/],
  ['getSubscriptionCheckout', 'GET', /\/api\/checkout\/subscription$/],
  ['startSubscriptionCheckout', 'POST', /\/api\/checkout\/subscription$/],
  ['updateSubscriptionCheckout', 'PUT', /\/api\/checkout\/subscription$/],
  ['initiatePartnerCheckout', 'POST', /\/api\/partner\/checkout\/initiate$/],
  ['updatePartnerCheckout', 'PUT', /\/api\/partner\/checkout\/update$/],
  ['validatePartnerCheckout', 'POST', /\/api\/partner\/checkout\/validate\/[^/]+$/],
];

/** @returns `undefined` for what is not the API, such as the shop's own pages. */
export function operationOf({ method, url }: Request): string | undefined {
  const { pathname } = new URL(url);
  return OPERATIONS.find(([, verb, path]) => verb === method && path.test(pathname))?.[0];
}
