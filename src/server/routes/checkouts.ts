import { checkoutAnswer, checkoutRequest, type CheckoutAnswer } from '../../contract/checkout.ts';
import { idempotent } from '../checkout/idempotent.ts';
import { openCheckout } from '../checkout/open-checkout.ts';
import { identify } from '../gate/identify.ts';
import { mailbox } from '../gate/mailbox.ts';
import { HttpError } from '../http-error.ts';
import { abortable } from '../../core/with-timeout.ts';
import { route, UPSTREAM } from './route.ts';

/** Makes a pre-filled basket, once for each attempt, and answers with the signed link to it. */
export const checkouts = route({
  name: 'openCheckout',
  method: 'POST',
  path: '/checkouts',
  tag: 'shop',
  access: 'pages',
  summary: 'Open a pre-filled checkout',
  description:
    'Makes a basket and answers with a signed link, to be opened exactly as it is. The same `attemptId` makes one basket, however often it is sent. Quantities are held to what an offer allows.',
  body: { name: 'CheckoutRequest', schema: checkoutRequest },
  answer: { name: 'CheckoutAnswer', schema: checkoutAnswer },
  limit: 'requests',
  failures: [
    ...([
      'context_invalid',
      'context_unverified',
      'challenge_failed',
      'offer_unavailable',
      'offer_changed',
      'conflict',
    ] as const),
    ...UPSTREAM,
  ],
  async handle({ request, body, context }, services) {
    const { deadline, clientKey, logFields, state } = context;
    const { signal } = deadline;
    const { checkLimit, settings } = services;
    const { attemptId, customer, challenge: token } = body;
    logFields.items = body.items.length;
    const who = await abortable(identify(request, body.context, services), signal);
    logFields.isIdentified = Object.keys(who).length > 0;

    // Everything here is done for a new attempt alone: one that is repeated counts once.
    const work = async (): Promise<CheckoutAnswer> => {
      await Promise.all([
        checkLimit(state, 'address', clientKey),
        customer?.email && checkLimit(state, 'email', mailbox(customer.email)),
      ]);
      const { challenge } = settings;
      if (challenge && !(token && (await challenge({ token, attemptId, signal }))))
        throw new HttpError('challenge_failed', 'The challenge was not passed.');
      // Last, as it counts for all callers together: nobody may use it up without costing Limio anything.
      await checkLimit(state, 'all', '*');
      return openCheckout(body, who, context, services);
    };
    const attempt = {
      key: attemptId,
      request: JSON.stringify([request.headers.get('origin'), body, who]),
      deadline,
    };
    const done = idempotent(state, attempt, work);
    // A caller who goes away does not stop it: the basket is there when the same attempt comes again.
    context.waitUntil(done);
    const answer = await abortable(done, signal);
    if (answer.promo) logFields.promo = answer.promo;
    return answer;
  },
});
