/**
 * Where a code turns up: in the page; in the backend and its client; or in both, as the backend answers with it
 * and the element passes it on.
 */
export type ErrorAudience = 'browser' | 'backend' | 'both';

/**
 * What follows from a code. A `mistake` is one of whoever set it up, who is told on the console; a `fault` is worth
 * a report to somebody; what is `passing` goes away by itself, or the customer has been told.
 */
export type ErrorKind = 'mistake' | 'fault' | 'passing';

/**
 * Every error code, who meets it and what follows from it. Codes are added, never renamed.
 *
 * What each means, and what to do about it, is in `error-help.ts`; the HTTP status of those that the backend
 * answers with is in `contract/failure.ts`.
 */
// prettier-ignore
export const ERROR_CODES = {
  // Purchase links
  shop_invalid:           ['browser', 'mistake'],
  shop_mismatch:          ['browser', 'mistake'],
  page_invalid:           ['browser', 'mistake'],
  offer_invalid:          ['browser', 'mistake'],
  label_invalid:          ['browser', 'mistake'],
  promo_invalid:          ['browser', 'mistake'],
  // The parameters are those of the customer's own address.
  carry_invalid:          ['browser', 'passing'],
  link_too_long:          ['browser', 'mistake'],

  // Configuration and loading
  attribute_invalid:      ['browser', 'mistake'],
  source_invalid:         ['browser', 'mistake'],
  json_invalid:           ['browser', 'mistake'],
  offers_missing:         ['browser', 'mistake'],
  offers_empty:           ['browser', 'mistake'],
  offer_unreadable:       ['browser', 'mistake'],
  price_unreadable:       ['browser', 'mistake'],
  network:                ['browser', 'passing'],
  cors_refused:           ['browser', 'mistake'],
  file_missing:           ['browser', 'mistake'],
  timeout:                ['both',    'passing'],
  invalid_response:       ['browser', 'mistake'],
  tag_taken:              ['browser', 'mistake'],
  version_conflict:       ['browser', 'mistake'],

  // Backend and hand-off
  link_refused:           ['browser', 'mistake'],
  window_refused:         ['browser', 'passing'],
  tools_refused:          ['browser', 'mistake'],
  cancelled:              ['browser', 'passing'],
  bad_request:            ['both',    'fault'],
  not_found:              ['both',    'mistake'],
  method_not_allowed:     ['both',    'mistake'],
  origin_denied:          ['both',    'mistake'],
  key_invalid:            ['both',    'mistake'],
  unsupported_media_type: ['both',    'mistake'],
  too_large:              ['both',    'fault'],
  rate_limited:           ['both',    'passing'],
  challenge_failed:       ['both',    'passing'],
  context_invalid:        ['both',    'fault'],
  context_unverified:     ['both',    'passing'],
  offer_unavailable:      ['both',    'passing'],
  offer_changed:          ['both',    'passing'],
  conflict:               ['both',    'fault'],
  upstream_timeout:       ['both',    'passing'],
  upstream_unavailable:   ['both',    'passing'],
  upstream_rejected:      ['both',    'fault'],
  upstream_invalid:       ['both',    'fault'],
  credentials_refused:    ['backend', 'mistake'],
  basket_unknown:         ['backend', 'fault'],
  promo_refused:          ['backend', 'passing'],
  subscription_pending:   ['backend', 'passing'],
  subscription_unknown:   ['backend', 'fault'],
  one_offer_only:         ['backend', 'fault'],
  change_refused:         ['backend', 'fault'],
  config:                 ['backend', 'mistake'],
  internal:               ['both',    'fault'],
} as const satisfies Record<string, readonly [audience: ErrorAudience, kind: ErrorKind]>;

/** The closed list of reasons for a `LimioError`. Programs branch on these; sentences are for people. */
export type LimioErrorCode = keyof typeof ERROR_CODES;

/** The codes that an audience meets. */
export type CodeFor<Audience extends ErrorAudience> = {
  [Code in LimioErrorCode]: (typeof ERROR_CODES)[Code][0] extends Audience ? Code : never;
}[LimioErrorCode];

/** Whether the backend may answer with it. A name that every object has, such as `constructor`, is no code. */
export const isFailureCode = (code: unknown): code is CodeFor<'both'> =>
  typeof code === 'string' &&
  Object.hasOwn(ERROR_CODES, code) &&
  ERROR_CODES[code as LimioErrorCode][0] === 'both';
