import { jsonIn } from '../agent/meant-value.ts';
import { isUnambiguous } from '../core/is-unambiguous.ts';

/** What is said of a message that different readers understand differently. */
export const AMBIGUOUS =
  'The message names a field twice, or one that no object may have, or is nested deep. Send one like {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}.';

/**
 * A message as its sender means it: some programs between a model and us send the arguments of a call as text, or as
 * nothing. Any other that is no object is handed on as a field nobody knows, which is refused with those there are.
 *
 * @example
 * meantMessage({ method: 'tools/call', params: { name: 'list_offers', arguments: '{"limit":2}' } });
 * // { method: 'tools/call', params: { name: 'list_offers', arguments: { limit: 2 } } }
 */
export function meantMessage(message: unknown): unknown {
  const { method, params } = Object(message) as { method?: unknown; params?: { arguments?: unknown } };
  const given = params?.arguments;
  if (method !== 'tools/call' || given === undefined || isObject(given)) return message;
  const read = typeof given === 'string' ? jsonIn(given) : given;
  const isRead = isObject(read) && isUnambiguous(String(given), read);
  const meant = isRead ? read : read === null || read === '' ? {} : { arguments: given };
  return { ...(message as object), params: { ...params, arguments: meant } };
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
