import type { FailureAnswer } from '../../contract/checkout.ts';
import { STATUS, type FailureCode } from '../../contract/failure.ts';
import { HttpError, failureCode } from '../http-error.ts';
import { whereOf } from '../request-log.ts';
import type { RequestContext } from '../request-context.ts';

/** What goes with every body of ours, which is not cacheable unless said so. */
export const JSON_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** An answer in JSON. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...JSON_HEADERS, ...headers },
  });

/**
 * The answer to whatever was thrown: a code of the closed list and what to quote. Callers with a key get the sentence of a
 * refusal of ours, too, which repeats no value; the words of anything else never. Where something is broken, the log line
 * says where.
 *
 * @param words what the answer says beside its code, on routes for models.
 */
export function failed(
  error: unknown,
  { requestId, logFields, access }: RequestContext,
  words: Partial<Record<FailureCode, string>> = {},
): Response {
  const code = failureCode(error);
  const { fields, headers, until } = error instanceof HttpError ? error.details : {};
  Object.assign(logFields, { code, ...(code === 'internal' && whereOf(error)) });
  const body: FailureAnswer = {
    code,
    requestId,
    ...(fields?.length && { fields: [...fields] }),
    ...(until && { until }),
    ...(words[code]
      ? { say: words[code] }
      : access === 'operators' && error instanceof HttpError && { message: error.message }),
  };
  return json(body, STATUS[code], headers);
}
