import type { ANSWER_CODES, PAGE_CODES } from '../error-codes.ts';
import type { ErrorHelp } from './help.ts';

type Codes = typeof PAGE_CODES & typeof ANSWER_CODES;

/** The codes of what whoever set a page up is told on the console. */
export type PageMistake = {
  [Code in keyof Codes]: Codes[Code] extends 'mistake' ? Code : never;
}[keyof Codes];

/** What whoever set a page up is told. Pages load this file at the first mistake, so they need nothing of it before. */
export const PAGE_MISTAKES = {
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
  link_too_long: [
    'The purchase link is too long',
    'Keep it under 2,000 characters: sell fewer offers in one link, or by a label.',
  ],
  attribute_invalid: [
    'An attribute has a value that it does not know',
    'Use one of the values that are listed, and nothing that a template prints where it has none; until then, the default holds.',
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
  invalid_response: [
    'An answer could not be understood',
    'Answer 200 with `application/json` in one of the documented shapes.',
  ],
  tag_taken: [
    'Another script has defined `<limio-offers>`',
    'Remove the other definition; the links in the page keep working.',
  ],
  version_conflict: ['Two releases of limio-offers are on the page', 'Load one; the first one stays.'],
  link_refused: [
    'A checkout link from the backend was not used',
    'The backend must answer with a checkout link of the very shop that is set on the element.',
  ],
  tools_refused: [
    'The browser took no tools for agents',
    "Look at the page's `Permissions-Policy` for `tools`, and whether another script uses the same names. The page sells as before.",
  ],
  not_found: ['There is no such route', 'Compare with the routes in the documents of the backend.'],
  method_not_allowed: ['The route does not know this method', 'Read the `allow` header of the answer.'],
  key_invalid: [
    'The key is missing, unknown, or not for this route',
    'Send `Authorization: Bearer …` with a key of the keys file that has the scope; `npx limio-offers key` makes one.',
  ],
  origin_denied: ['The page is not on the list of origins', "Add its origin to the backend's `origins`."],
  unsupported_media_type: ['The body is not JSON', 'Send `content-type: application/json`.'],
  config: [
    'A setting, of a page or of the backend, is missing or cannot be used',
    'Read the message: it names the setting.',
  ],
} as const satisfies Record<PageMistake, ErrorHelp>;
