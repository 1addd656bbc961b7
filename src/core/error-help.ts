import type { LimioErrorCode } from './error-codes.ts';

/**
 * What each error code means, and what to do about it: one row per code.
 *
 * Pages load this file at the first mistake, so nothing that they need before may import it. The documentation
 * of errors is printed from it.
 */
export const ERROR_HELP = {
  // Purchase links
  shop_invalid: [
    '`shop` is not an https origin',
    'Set `shop` to the origin of your Limio shop, such as `https://shop.example.com`, without a path.',
  ],
  shop_mismatch: [
    'A purchase link belongs to another shop',
    'Set `shop` to the shop of the links, or leave it out. Links of another shop stay as they are.',
  ],
  page_invalid: [
    '`page` is not a path on the shop',
    'Set `page` to the path of a checkout or cart page, such as `/checkout`.',
  ],
  offer_invalid: [
    'An offer path cannot be sold',
    'Use the path the Limio catalogue shows; it starts with `/`, such as `/offers2/Pro Plan`.',
  ],
  label_invalid: [
    'A label cannot be sold',
    'Use a label the Limio catalogue shows, or a list of offers, not both.',
  ],
  promo_invalid: [
    'The promo code was left out of the link',
    'A promo code is 1 to 64 letters and digits. The link works without it.',
  ],
  carry_invalid: [
    'A carried parameter was left out of the link',
    'Carry short campaign parameters only; `purchase`, `label` and `pc` are taken, and personal details never travel in a link.',
  ],
  link_too_long: [
    'The purchase link is too long',
    'Sell at most 50 offers in one link, and keep it under 2,000 characters.',
  ],
  // Configuration and loading
  attribute_invalid: [
    'An attribute has a value that it does not know',
    'Use one of the values that are listed; until then, the default holds.',
  ],
  source_invalid: [
    '`src` or `backend` is not an address that can be loaded',
    "Use an https address, or a path on the page's own site.",
  ],
  json_invalid: [
    'JSON in the page cannot be read',
    'Look for curly quotes, trailing commas or markup in it.',
  ],
  offers_missing: [
    'There is nothing to show',
    'Give links as children, `src`, `backend`, inline JSON or the `offers` property.',
  ],
  offers_empty: [
    'Offers were loaded, but none is for sale here',
    "Check `label`, `country`, the offers' dates and sales channels.",
  ],
  offer_unreadable: [
    'One offer was left out of the list',
    'Give each offer a `path` that starts with `/`, each path once.',
  ],
  price_unreadable: [
    'A price, or how often it is charged, cannot be read',
    'Write the amount as `29.00`, the currency as `EUR` and the interval as `month` or `3 months`.',
  ],
  cors_refused: [
    'Another site does not let this page read its answer',
    "Answer with `access-control-allow-origin`, or add this page's origin to the backend's `origins`.",
  ],
  file_missing: [
    'A file of limio-offers could not be loaded',
    'Host all files of one release together, under their own names, and let `script-src` allow them.',
  ],
  network: [
    'A request failed before an answer arrived',
    "Check the address, CORS and the page's `connect-src`.",
  ],
  timeout: ['A request took too long', 'Look at the server; the customer is not kept waiting.'],
  invalid_response: [
    'An answer could not be understood',
    'Answer 200 with `application/json` in one of the documented shapes.',
  ],
  tag_taken: [
    'Another script has defined `<limio-offers>`',
    'Remove the other definition; the links in the page keep working.',
  ],
  version_conflict: ['Two releases of limio-offers are on the page', 'Load one; the first one stays.'],

  // Backend and hand-off
  link_refused: [
    'A checkout link from the backend was not used',
    'The backend must answer with a checkout link of the very shop that is set on the element.',
  ],
  window_refused: [
    'The browser did not open a window',
    'The customer is shown the link, to copy or to follow.',
  ],
  tools_refused: [
    'The browser took no tools for agents',
    "Look at the page's `Permissions-Policy` for `tools`, and whether another script uses the same names. The page sells as before.",
  ],
  cancelled: [
    'The customer moved on before an answer came',
    'Nothing: a newer click, or another page, has taken over.',
  ],
  bad_request: [
    'The request does not have the documented shape',
    'Read `fields` in the answer; compare with `/openapi.json`.',
  ],
  not_found: ['There is no such route', 'Compare with the routes in the documents of the backend.'],
  method_not_allowed: ['The route does not know this method', 'Read the `allow` header of the answer.'],
  origin_denied: ['The page is not on the list of origins', "Add its origin to the backend's `origins`."],
  unsupported_media_type: ['The body is not JSON', 'Send `content-type: application/json`.'],
  too_large: ['A body is larger than allowed', 'Send at most 16 kB.'],
  rate_limited: ['Too many requests', 'Wait as long as `retry-after` says; the purchase link keeps working.'],
  challenge_failed: [
    'The challenge was not passed',
    'Let the customer solve it again; the purchase link keeps working.',
  ],
  context_invalid: [
    'The context token cannot be trusted',
    'Check its issuer, audience, expiry, algorithm and signature.',
  ],
  context_unverified: [
    'The keys for a context token cannot be had',
    'Look at the address of the key set: is it up, and does it hold the key the token names?',
  ],
  key_invalid: [
    'The key is missing, unknown, or not for this route',
    'Send `Authorization: Bearer …` with a key of the keys file that has the scope; `npx limio-offers key` makes one.',
  ],
  offer_unavailable: [
    'An offer is not for sale',
    'Reload the offers; the catalogue no longer has it for this shop window.',
  ],
  offer_changed: [
    'An offer has changed since it was shown',
    'Reload the offers and let the customer look again.',
  ],
  conflict: ['The attempt id was used for another basket', 'Make a new attempt id for each click.'],
  upstream_timeout: ['Limio did not answer in time', 'Try again later; the purchase link keeps working.'],
  upstream_unavailable: ['Limio cannot be reached', 'Try again later; the purchase link keeps working.'],
  upstream_rejected: [
    'Limio refused the request',
    'Check the credentials, the offer and the configuration of the backend.',
  ],
  upstream_invalid: [
    "Limio's answer could not be understood",
    'Look at the tenant: is it the right host, and is it up?',
  ],
  credentials_refused: [
    'Limio refused the credentials',
    'Check that the OAuth client is of this tenant, and that it has the scope of the operation.',
  ],
  basket_unknown: [
    'Limio does not know this basket',
    'It has expired or belongs to another tenant; start a new checkout.',
  ],
  promo_refused: ['Limio refused the promo code', 'It is unknown, expired, or does not go with the offer.'],
  subscription_pending: [
    'The subscription has a change pending',
    'Wait until the pending change has taken effect.',
  ],
  subscription_unknown: [
    'Limio does not know this subscription',
    'Check its id or reference, and that it belongs to this tenant.',
  ],
  one_offer_only: ['A subscription change adds more than one offer', 'Add one offer per change.'],
  change_refused: ['Limio refused the change of the subscription', 'Read `reason` of the error.'],
  config: ['The configuration of the backend is not usable', 'Read the message: it names the setting.'],
  internal: ['Something failed that should not', 'Quote the request id when you report it.'],
} as const satisfies Record<LimioErrorCode, readonly [meaning: string, remedy: string]>;
