import * as z from 'zod/mini';
import { idempotent } from '../checkout/idempotent.ts';
import { keepBought } from '../events/bought.ts';
import { readLimioEvent } from '../events/limio-event.ts';
import { tellKept } from '../events/kept-purchases.ts';
import { tellPurchase } from '../events/tell-purchases.ts';
import { checkBasic } from '../gate/basic.ts';
import { digest } from '../gate/digest.ts';
import { route } from './route.ts';

/** Most bytes of an object of Limio: an order may hold its offers whole. */
const MAX_BYTES = 512 * 1024;

/** How long an event is known that was taken, in milliseconds. */
const KNOWN_MS = 7 * 86_400_000;

/**
 * Takes Limio's own webhooks, so that what was bought is known without asking. Limio signs nothing; name and password
 * say that it is Limio. What is sent twice is taken once.
 *
 * @see https://docs.limio.com/integrations/order-orchestration/webhooks-and-notifications
 */
export const limioEvents = route({
  name: 'receiveLimioEvent',
  method: 'POST',
  path: '/webhooks/limio',
  tag: 'callers',
  access: 'operators',
  authorize: async (request, { settings }) => {
    await checkBasic(request, settings.events!);
    return 'limio';
  },
  summary: 'Take a webhook of Limio',
  description:
    'Set up at Limio with Basic authentication, an address for each type: `?event=order-submitted`. The same object again is answered, and nothing more.',
  parameters: [
    { name: 'event', in: 'query', description: 'What happened, where the object does not name it.' },
  ],
  body: { name: 'LimioObject', schema: z.record(z.string(), z.unknown()) },
  maxBytes: MAX_BYTES,
  answer: { name: 'LimioEventTaken', schema: z.object({ event: z.string(), isNew: z.boolean() }) },
  failures: ['conflict', 'upstream_timeout', 'upstream_unavailable'],
  async handle({ query, body, context }, { settings, state: store }) {
    const { state, deadline } = context;
    const { tell, on, ...rules } = settings.events!;
    const event = readLimioEvent(body, query('event'));
    const { name } = event;
    const key = `event:${digest(JSON.stringify([name, body]))}`;
    if ((await state.get(key)) !== undefined) return { event: name, isNew: false };
    // Marked only once all is done: what fails, or dies on the way, comes again.
    let isNew = false;
    await idempotent(state, { key, request: '', deadline }, async () => {
      await keepBought(event, state);
      // The store itself: what has to be kept may cost more than is left of what a request may cost it.
      if (tell) await tellPurchase(event, { ...rules, tell }, context, { state: store, now: settings.now });
      await on?.(event);
      await state.set(key, '1', KNOWN_MS);
      isNew = true;
      return name;
    });
    // Who takes this one may take what is left of others.
    if (tell && context.logFields.crm === 'told') context.waitUntil(tellKept(tell, store));
    return { event: name, isNew };
  },
});
