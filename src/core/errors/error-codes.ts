/**
 * What follows from a code. A `mistake` is one of whoever set it up, who is told on the console; a `fault` is worth
 * a report to somebody; what is `passing` goes away by itself, or the customer has been told.
 */
export type ErrorKind = 'mistake' | 'fault' | 'passing';

type Kinds = Record<string, ErrorKind>;

/*
 * Every error code and what follows from it, by who meets it. Codes are added, never renamed.
 *
 * What each means, and what to do about it, is in `help/`; the HTTP status of those that the backend answers
 * with is in `contract/failure.ts`.
 */

/** Codes of what happens in a page. */
// prettier-ignore
export const PAGE_CODES = {
  // Purchase links
  shop_invalid:      'mistake',
  shop_mismatch:     'mistake',
  page_invalid:      'mistake',
  offer_invalid:     'mistake',
  label_invalid:     'mistake',
  promo_invalid:     'mistake',
  // The parameters come from the address that the customer followed, so the page may be set up well.
  carry_invalid:     'passing',
  link_too_long:     'mistake',

  // Configuration and loading
  attribute_invalid: 'mistake',
  source_invalid:    'mistake',
  json_invalid:      'mistake',
  offers_missing:    'mistake',
  offers_empty:      'mistake',
  offer_unreadable:  'mistake',
  price_unreadable:  'mistake',
  network:           'passing',
  cors_refused:      'mistake',
  file_missing:      'mistake',
  invalid_response:  'mistake',
  tag_taken:         'mistake',
  version_conflict:  'mistake',

  // Hand-off
  link_refused:      'mistake',
  window_refused:    'passing',
  tools_refused:     'mistake',
  cancelled:         'passing',
  // The backend throws it, too, when it starts; it never answers with it.
  config:            'mistake',
} as const satisfies Kinds;

/** Codes that the backend answers with, and the element passes on. */
// prettier-ignore
export const ANSWER_CODES = {
  timeout:                'passing',
  bad_request:            'fault',
  not_found:              'mistake',
  method_not_allowed:     'mistake',
  origin_denied:          'mistake',
  key_invalid:            'mistake',
  unsupported_media_type: 'mistake',
  too_large:              'fault',
  rate_limited:           'passing',
  challenge_failed:       'passing',
  context_invalid:        'fault',
  context_unverified:     'passing',
  offer_unavailable:      'passing',
  offer_changed:          'passing',
  conflict:               'fault',
  basket_unknown:         'fault',
  state_unavailable:      'passing',
  subscription_unknown:   'fault',
  subscription_pending:   'passing',
  change_refused:         'fault',
  upstream_timeout:       'passing',
  upstream_unavailable:   'passing',
  upstream_rejected:      'fault',
  upstream_invalid:       'fault',
  internal:               'fault',
} as const satisfies Kinds;

/** Codes that only whoever calls the client of Limio, or watches baskets, meets. */
// prettier-ignore
export const CLIENT_CODES = {
  credentials_refused:  'mistake',
  promo_refused:        'passing',
  one_offer_only:       'fault',
  delivery_refused:     'fault',
  delivery_failed:      'passing',
  checkpoint_failed:    'fault',
} as const satisfies Kinds;

/** Codes that only who has a page examined meets, by `npx limio-offers doctor` or in the playground. */
// prettier-ignore
export const EXAMINED_CODES = {
  tag_missing:    'mistake',
  tag_broken:     'mistake',
  script_missing: 'mistake',
  policy_refused: 'mistake',
  frame_refused:  'mistake',
} as const satisfies Kinds;

/** A code that the backend answers with. */
export type AnswerCode = keyof typeof ANSWER_CODES;

/** The closed list of reasons for a `LimioError`. Programs branch on these; sentences are for people. */
export type LimioErrorCode =
  keyof typeof PAGE_CODES | AnswerCode | keyof typeof CLIENT_CODES | keyof typeof EXAMINED_CODES;

/** Whether the backend may answer with it. A name that every object has, such as `constructor`, is no code. */
export const isAnswerCode = (code: unknown): code is AnswerCode =>
  typeof code === 'string' && Object.hasOwn(ANSWER_CODES, code);
