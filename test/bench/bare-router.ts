import { Hono } from 'hono';
import { limioBackend } from '../../src/server/backend.ts';
import { checkoutRequest } from './backend-client.ts';
import { beside, us, type Figure } from './figure.ts';
import { INSTANT_BACKEND, LINK } from './instant-backend.ts';
import { inRounds } from './rounds.ts';

const BATCH = 200;

/** Checkouts in one process, without sockets: the backend beside a handler that only reads and answers. */
export async function bareRouter(): Promise<Figure> {
  const backend = limioBackend(INSTANT_BACKEND);
  const bare = new Hono().post('/checkouts', async (context) => {
    const { attemptId } = await context.req.json<{ attemptId: string }>();
    return context.json({
      attemptId,
      url: `https://shop.test${LINK}`,
      expiresAt: '2026-11-21T16:00:00.000Z',
    });
  });
  const batch = (answer: (request: Request) => Promise<Response> | Response) => async () => {
    const requests = Array.from({ length: BATCH }, () => checkoutRequest('https://backend.example.com'));
    const before = process.cpuUsage();
    for (const request of requests) {
      const response = await answer(request);
      if (!response.ok) throw new Error(await response.text());
      await response.text();
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / BATCH;
  };
  const samples = await inRounds({
    own: batch((request) => backend.fetch(request, { address: '192.0.2.1' })),
    bare: batch((request) => bare.fetch(request)),
  });
  return beside(
    'processor time of a checkout, Limio answering at once',
    samples.own,
    ['a bare handler of the same router', samples.bare],
    (value) => `${us(value)} (${Math.round(1000 / value).toLocaleString('en')} a second)`,
  );
}
