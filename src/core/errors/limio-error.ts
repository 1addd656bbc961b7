import type { LimioErrorCode } from './error-codes.ts';

export type { LimioErrorCode } from './error-codes.ts';

/**
 * The one error type of this package.
 *
 * Its message says what was given, what is wrong with it and what to do. It never holds a personal
 * detail, a secret or a signed link.
 *
 * @example
 * try { purchaseLink({ shop: 'http://shop.example.com', offers: ['/offers2/Pro'] }); }
 * catch (error) { error.code; } // 'shop_invalid'
 */
export class LimioError extends Error {
  // Not assigned, as that fails where a page has frozen `Error.prototype`.
  override readonly name = 'LimioError';
  declare readonly code: LimioErrorCode;

  constructor(code: LimioErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * The error for a value that cannot be used: says what was given, in short, and what to use instead.
 * A value that may hold a secret or a personal detail is described, never passed in.
 */
export const invalidValue = (code: LimioErrorCode, given: unknown, use: string): LimioError =>
  new LimioError(code, `${code}: ${JSON.stringify(String(given).slice(0, 60))} cannot be used. Use ${use}.`);
