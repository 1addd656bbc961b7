import { Webhook } from 'standardwebhooks';
import type { BasketEvent } from '../../../src/server.ts';

/** Ids of events that have been dealt with; yours are in a database, beside what is made of the event. */
const done = new Set<string>();

export async function receive(
  request: Request,
  secret: string,
  handle: (event: BasketEvent) => Promise<void>,
): Promise<Response> {
  const body = await request.text();
  try {
    new Webhook(secret).verify(body, Object.fromEntries(request.headers));
  } catch {
    return new Response(null, { status: 401 });
  }
  const id = request.headers.get('webhook-id')!;
  if (!done.has(id)) await handle({ id, ...(JSON.parse(body) as Omit<BasketEvent, 'id'>) });
  done.add(id);
  return new Response(null, { status: 204 });
}
