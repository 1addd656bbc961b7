import { Webhook } from 'standardwebhooks';
import type { BasketEvent } from '../../src/server.ts';

/** Events that are or were dealt with, by id; yours are in a database, beside what is made of the event. */
const done = new Map<string, Promise<void>>();

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
  if (!done.has(id)) done.set(id, handle({ id, ...(JSON.parse(body) as Omit<BasketEvent, 'id'>) }));
  try {
    await done.get(id);
    return new Response(null, { status: 204 });
  } catch {
    done.delete(id);
    return new Response(null, { status: 503 }); // It comes again.
  }
}
