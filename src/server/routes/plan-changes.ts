import {
  CONTEXT_HEADER,
  planChangeAnswer,
  planChangeRequest,
  planChangeUpdate,
} from '../../contract/plan-change.ts';
import { abortable } from '../../core/with-timeout.ts';
import { idempotent } from '../checkout/idempotent.ts';
import { alterPlanChange, readPlanChange, startPlanChange } from '../plan-changes/plan-changes.ts';
import type { PlanCall } from '../plan-changes/ask-as-customer.ts';
import { subscriberOf } from '../plan-changes/subscriber.ts';
import type { RequestContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import { route, UPSTREAM, type Parameter, type Route } from './route.ts';

const CONTEXT: Parameter = {
  name: CONTEXT_HEADER,
  in: 'header',
  description:
    'Token that the site’s own server has signed, with the claim `subscriptions`. Left out where the backend knows the customer by its hook.',
};

const shared = {
  tag: 'shop',
  access: 'pages',
  parameters: [CONTEXT],
  limit: 'requests',
  answer: { name: 'PlanChangeAnswer', schema: planChangeAnswer },
} as const;

const FAILURES = [
  ...(['not_found', 'context_invalid', 'context_unverified', 'subscription_pending'] as const),
  ...UPSTREAM,
];

const start = route({
  ...shared,
  name: 'startPlanChange',
  method: 'POST',
  path: '/plan-changes',
  summary: 'Start the change of a subscription',
  description:
    'Answers with the present plan and what it can be changed to. For customers alone for whom the site vouches; there is no such route for others. The same `attemptId` makes one basket, however often it is sent.',
  body: { name: 'PlanChangeRequest', schema: planChangeRequest },
  failures: ['subscription_unknown', 'offer_unavailable', 'change_refused', 'conflict', ...FAILURES],
  async handle({ request, body, context }, services) {
    const call = await callOf(request, context, services);
    const { state, deadline, clientKey } = context;
    const { recaptcha: _, ...asked } = body;
    const attempt = {
      key: body.attemptId,
      request: JSON.stringify([request.headers.get('origin'), asked, call.subscriber.owner]),
      deadline,
    };
    const done = idempotent(state, attempt, async () => {
      await services.checkLimit(state, 'address', clientKey);
      await services.checkLimit(state, 'all', '*');
      return startPlanChange(body, call);
    });
    // A caller who goes away does not stop it: the basket is there when the same attempt comes again.
    context.waitUntil(done);
    return abortable(done, deadline.signal);
  },
});

const read = route({
  ...shared,
  name: 'readPlanChange',
  method: 'GET',
  path: '/plan-changes/{id}',
  summary: 'Read a change of plan',
  failures: ['basket_unknown', 'state_unavailable', ...FAILURES],
  handle: async ({ request, params, context }, services) =>
    abortable(
      readPlanChange(params['id']!, await callOf(request, context, services)),
      context.deadline.signal,
    ),
});

const alter = route({
  ...shared,
  name: 'alterPlanChange',
  method: 'PUT',
  path: '/plan-changes/{id}',
  summary: 'Choose a plan, how many of it, and add-ons',
  description: 'Nothing is bought or changed before the customer has confirmed it at the shop, at `url`.',
  body: { name: 'PlanChangeUpdate', schema: planChangeUpdate },
  failures: ['basket_unknown', 'state_unavailable', 'offer_unavailable', 'change_refused', ...FAILURES],
  handle: async ({ request, params, body, context }, services) =>
    abortable(
      alterPlanChange(params['id']!, body, await callOf(request, context, services)),
      context.deadline.signal,
    ),
});

async function callOf(request: Request, context: RequestContext, services: Services): Promise<PlanCall> {
  const subscriber = await abortable(subscriberOf(request, services), context.deadline.signal);
  context.logFields.isIdentified = true;
  return { request, subscriber, context, services };
}

/** The routes for subscribers who change their plan. */
export const PLAN_ROUTES: readonly Route[] = [start, read, alter];
