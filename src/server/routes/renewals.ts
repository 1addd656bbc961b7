import { renewalAnswer, renewalRequest } from '../../contract/renewal.ts';
import { keepKind } from '../checkout/basket-kind.ts';
import { renewalIdOf } from '../checkout/external-id.ts';
import { oncePerKey } from '../checkout/once-per-key.ts';
import { limioCall } from '../limio-call.ts';
import { startRenewal } from '../renewals/start-renewal.ts';
import { IDEMPOTENCY_KEY, route, UPSTREAM } from './route.ts';

/** Starts the renewal of a subscription, for callers with a key. */
export const renewals = route({
  name: 'startRenewal',
  method: 'POST',
  path: '/renewals',
  tag: 'callers',
  access: 'operators',
  scope: 'renewals',
  summary: 'Start a renewal with a link for the subscriber',
  description:
    'Makes the basket of a renewal and answers with the renewal page of the shop that opens it. Details to verify have to be those of the subscriber; which of them is wrong is not said.',
  parameters: [IDEMPOTENCY_KEY],
  body: { name: 'RenewalRequest', schema: renewalRequest },
  answer: { name: 'RenewalAnswer', schema: renewalAnswer },
  limit: 'requests',
  failures: ['subscription_unknown', 'subscription_pending', 'change_refused', 'conflict', ...UPSTREAM],
  handle: ({ request, body, context }, { limio, checkLimit, settings: { shop, renewalPage, now } }) =>
    oncePerKey({ request, body, context }, async (seed) => {
      const { state } = context;
      await checkLimit(state, 'all', '*');
      const renewal = { ...body, externalId: body.externalId ?? renewalIdOf(seed) };
      const made = await startRenewal(limio, { shop, page: renewalPage, now }, renewal, limioCall(context));
      if (body.externalId) await keepKind(made.basketId, 'renewal', state);
      return made;
    }),
});
