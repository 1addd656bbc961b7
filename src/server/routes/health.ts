import * as z from 'zod/mini';
import { json } from './answers.ts';
import { PARTS } from '../readiness.ts';
import { getToken } from '../warm-up.ts';
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

const part = z.enum(PARTS);

const report = z.object({
  ready: z.boolean(),
  /** What does not work at the moment. Customers are sent on by purchase link. */
  down: z.array(part),
  /** Why, as far as it is known. */
  causes: z.partialRecord(part, z.string()),
});

/**
 * Says what is known already, and names no host and no version. Until there was a token it sees to it that one
 * is asked for: whoever waits for this answer sends no customer before it is good.
 */
export const ready = route({
  name: 'isReady',
  method: 'GET',
  path: '/health/ready',
  tag: 'operations',
  access: 'operators',
  summary: 'Whether requests are worth sending here',
  answer: { name: 'Ready', schema: report },
  statuses: {
    503: {
      description: 'There was no token yet, or the process is about to stop; the body is the same.',
      type: 'application/json',
    },
  },
  failures: [],
  handle({ context }, services) {
    const found = services.readiness.report();
    if (!found.ready) context.waitUntil(getToken(services));
    return json(found, found.ready ? 200 : 503);
  },
});
