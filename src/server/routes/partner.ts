import { partnerAnswer, partnerRequest, partnerUpdate } from '../../contract/partner.ts';
import { externalIdOf } from '../checkout/external-id.ts';
import { oncePerKey } from '../checkout/once-per-key.ts';
import {
  startPartnerCheckout,
  updatePartnerCheckout,
  validatePartnerCheckout,
} from '../partner/partner-checkouts.ts';
import { IDEMPOTENCY_KEY, route, UPSTREAM, type Route } from './route.ts';

const shared = {
  tag: 'callers',
  access: 'operators',
  scope: 'partner',
  limit: 'requests',
  answer: { name: 'PartnerAnswer', schema: partnerAnswer },
} as const;

const start = route({
  ...shared,
  name: 'startPartnerCheckout',
  method: 'POST',
  path: '/partner/checkouts',
  summary: 'Make a partner’s basket and say what the partner may not sell',
  description:
    'The same `externalId` fills the same basket anew. The link is there only while nothing is blocked.',
  parameters: [IDEMPOTENCY_KEY],
  body: { name: 'PartnerRequest', schema: partnerRequest },
  failures: ['offer_unavailable', 'offer_changed', 'conflict', 'basket_unknown', ...UPSTREAM],
  handle: ({ request, body, context }, services) =>
    oncePerKey({ request, body, context }, async (seed) => {
      await services.checkLimit(context.state, 'all', '*');
      // Of the caller, too: an id that two of them choose must not lead the one into the basket of the other.
      const own = body.externalId && JSON.stringify(['partner', context.clientKey, body.externalId]);
      return startPartnerCheckout(body, externalIdOf(own ?? seed), context, services);
    }),
});

const update = route({
  ...shared,
  name: 'updatePartnerCheckout',
  method: 'PUT',
  path: '/partner/checkouts/{id}',
  summary: 'Add, remove and change lines of a partner’s basket',
  description: 'All of the actions are done, or none is.',
  parameters: [IDEMPOTENCY_KEY],
  body: { name: 'PartnerUpdate', schema: partnerUpdate },
  failures: ['offer_unavailable', 'conflict', 'basket_unknown', 'state_unavailable', ...UPSTREAM],
  handle({ request, params, body, context }, services) {
    const id = params['id']!;
    // With the basket, so that one key for two baskets is a conflict and not the answer of the other.
    return oncePerKey({ request, body: { id, ...body }, context }, (seed) =>
      updatePartnerCheckout(id, body, seed, context, services),
    );
  },
});

const validate = route({
  ...shared,
  name: 'validatePartnerCheckout',
  method: 'POST',
  path: '/partner/checkouts/{id}/validate',
  summary: 'Say again what the partner may not sell',
  failures: ['basket_unknown', 'state_unavailable', ...UPSTREAM],
  handle: ({ params, context }, services) => validatePartnerCheckout(params['id']!, context, services),
});

/** The routes for partners. */
export const PARTNER_ROUTES: readonly Route[] = [start, update, validate];
