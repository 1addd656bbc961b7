import type { FailureCode } from '../contract/failure.ts';
import { LimioError } from '../core/errors/limio-error.ts';

/** What goes with a refusal besides its code. */
export interface HttpErrorDetails {
  /** Paths of the fields that are wrong, `customer.email`. */
  fields?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** Date in ISO 8601 until which it will not be done. */
  until?: string | undefined;
}

/** A request of a caller that is not done, and why. The message may be read by callers with a key: it repeats no value. */
export class HttpError extends LimioError {
  declare readonly code: FailureCode;
  readonly details: HttpErrorDetails;

  constructor(code: FailureCode, message: string, details: HttpErrorDetails = {}) {
    super(code, message);
    this.details = details;
  }
}

/**
 * The code to answer with, whatever was thrown. Only our own refusals blame the caller: a `bad_request` of
 * the Limio client means that our own configuration or code is wrong.
 */
export function failureCode(error: unknown): FailureCode {
  if (error instanceof HttpError) return error.code;
  // The deadline of the request; whatever we were waiting for, it was on behalf of Limio.
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'upstream_timeout';
  if (!(error instanceof LimioError)) return 'internal';
  const { code } = error;
  if (code === 'link_refused') return 'upstream_invalid';
  if (code === 'cancelled') return 'upstream_timeout';
  if (code === 'credentials_refused') return 'upstream_rejected';
  return code.startsWith('upstream_') ? (code as FailureCode) : 'internal';
}
