import type { Context } from 'hono';
import { checkoutRequest, type CheckoutAnswer, type CheckoutRequest } from '../../contract/checkout.ts';
import { json } from './answers.ts';
import { idempotent } from '../checkout/attempts.ts';
import { openCheckout, type CheckoutTools } from '../checkout/open-checkout.ts';
import type { ReadContext } from '../gate/context-token.ts';
import { abortable } from '../../core/with-timeout.ts';
import { identity, type Identity } from '../gate/identity.ts';
import type { CheckLimit } from '../gate/limits.ts';
import type { BackendOptions, Challenge } from '../options.ts';
import { checkBodyHeaders, readJson } from '../gate/read-json.ts';
import { HttpError } from '../http-error.ts';
import type { BackendState } from '../state/state.ts';
import type { Env } from '../request-context.ts';

export interface CheckoutsTools extends CheckoutTools {
  state: BackendState;
  checkLimit: CheckLimit;
  readContext: ReadContext | undefined;
  identify: BackendOptions['identify'];
  challenge: Challenge | undefined;
}

/** `POST /checkouts`, the cheapest checks first. */
export function checkoutsRoute(tools: CheckoutsTools) {
  const { state, checkLimit, challenge } = tools;

  return async ({ req: { raw }, env: { visit } }: Context<Env>): Promise<Response> => {
    const { deadline, caller, notes } = visit;
    const { signal } = deadline;
    checkBodyHeaders(raw);
    await checkLimit('address', caller);
    await checkLimit('all', '*');
    const request = readRequest(await readJson(raw, signal));
    notes.items = request.items.length;
    const who = await abortable(identified(raw, request.context, tools), signal);
    notes.isIdentified = Object.keys(who).length > 0;

    const { attemptId, customer, challenge: token } = request;
    const attempt = {
      id: attemptId,
      request: JSON.stringify([raw.headers.get('origin'), request, who]),
      deadline,
    };
    const work = async (): Promise<CheckoutAnswer> => {
      if (customer?.email) await checkLimit('email', customer.email.toLowerCase());
      if (challenge && !(token && (await challenge({ token, attemptId, signal }))))
        throw new HttpError('challenge_failed', 'The challenge was not passed.');
      return openCheckout(request, who, deadline, tools);
    };
    // A caller who goes away does not stop it: the basket is there when the same attempt comes again.
    const answer = await abortable(idempotent(state, attempt, work), signal);
    if (answer.promo) notes.promo = answer.promo;
    return json(answer);
  };
}

function readRequest(body: unknown): CheckoutRequest {
  const { success, data, error } = checkoutRequest.safeParse(body);
  if (success) return data;
  const fields = error.issues.flatMap(({ path, ...issue }) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path],
  );
  throw new HttpError('bad_request', 'The body does not have the documented shape.', {
    fields: [...new Set(fields.map(fieldName))].filter(Boolean).slice(0, 20),
  });
}

/** Names of ours are repeated; names of the caller's own, which may be anything, are shortened to what a name can be. */
const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((part) =>
      String(part)
        .replace(/[^\w.-]/g, '')
        .slice(0, 40),
    )
    .join('.');

async function identified(
  request: Request,
  context: string | undefined,
  { readContext, identify }: CheckoutsTools,
): Promise<Identity> {
  if (context !== undefined) {
    if (!readContext) throw new HttpError('context_invalid', 'This backend takes no context tokens.');
    return readContext(context);
  }
  // Without the body: the hook judges by headers, and nothing a browser says about an account is read.
  const who = await identify?.(new Request(request.url, { headers: request.headers }));
  return who ? identity.parse(who) : {};
}
