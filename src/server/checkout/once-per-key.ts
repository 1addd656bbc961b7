import { abortable } from '../../core/with-timeout.ts';
import { HttpError } from '../http-error.ts';
import type { RequestContext } from '../request-context.ts';
import { idempotent } from './idempotent.ts';

/**
 * Does the work of a caller without a page. With an `Idempotency-Key`, one key of one caller makes one basket,
 * however often it is sent; without, each request is one of its own.
 *
 * @param work gets what its `external_id` is made from: the same for a repeated request.
 * @throws {HttpError} `conflict` when the key came with another request; `bad_request` when it is not usable
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export async function oncePerKey<Answer>(
  { request, body, context }: { request: Request; body: unknown; context: RequestContext },
  work: (seed: string) => Promise<Answer>,
): Promise<Answer> {
  const { state, deadline, clientKey, logFields } = context;
  const key = request.headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new HttpError('bad_request', 'The Idempotency-Key is not 1 to 255 visible characters.', {
      fields: ['Idempotency-Key'],
    });
  // Keys of two callers, or of two routes, have nothing to do with each other.
  const seed = JSON.stringify([logFields.route, clientKey, key ?? crypto.randomUUID()]);
  const done =
    key === null
      ? work(seed)
      : idempotent(state, { key: seed, request: JSON.stringify(body), deadline }, () => work(seed));
  // A caller who goes away does not stop it: the basket is there when the same key comes again.
  context.waitUntil(done);
  return abortable(done, deadline.signal);
}
