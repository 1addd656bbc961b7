import { isAnswerCode } from '../core/errors/error-codes.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import type { FailedRequest } from './read-answer.ts';

/** The request that an error is about; nothing is known of it where there was none. */
export const requestOf = ({ cause }: LimioError): Partial<FailedRequest> =>
  Object(cause) as Partial<FailedRequest>;

/** The error by the code that our own backend answered with; any other error is given back as it is. */
export function backendError(error: LimioError): LimioError {
  const { code, status, url, fields = [] } = requestOf(error);
  if (error.code !== 'invalid_response' || !isAnswerCode(code)) return error;
  const what = [`${code}: ${new URL(url!).origin} answered ${status}`, ...fields].join(' ');
  return new LimioError(code, `${what}.`, { cause: error.cause });
}
