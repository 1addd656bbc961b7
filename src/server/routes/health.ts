import * as z from 'zod/mini';
import { json } from './answers.ts';
import { route } from './route.ts';

/** Whether the process answers. */
export const live = route({
  name: 'isLive',
  method: 'GET',
  path: '/health/live',
  tag: 'operations',
  access: 'operators',
  summary: 'Whether the process answers',
  answer: { name: 'Live', schema: z.object({ live: z.boolean() }) },
  failures: [],
  handle: () => ({ live: true }),
});

const readyAnswer = z.object({
  ready: z.boolean(),
  /** The token for Limio. */
  token: z.enum(['none', 'good', 'expired']),
  /** The list of offers. */
  offers: z.enum(['none', 'fresh', 'stale']),
});

/** Says what is known already, asks nobody, and names no host and no version. */
export const ready = route({
  name: 'isReady',
  method: 'GET',
  path: '/health/ready',
  tag: 'operations',
  access: 'operators',
  summary: 'Whether requests are worth sending here',
  answer: { name: 'Ready', schema: readyAnswer },
  statuses: { 503: 'Limio is failing; the body is the same.' },
  failures: [],
  handle: (_, { limio, offers, readiness }) => {
    const { tokenGoodFor, open } = limio.health();
    const isReady = readiness.isReady(open);
    const token = tokenGoodFor === undefined ? 'none' : tokenGoodFor > 0 ? 'good' : 'expired';
    return json({ ready: isReady, token, offers: offers.status().list }, isReady ? 200 : 503);
  },
});
