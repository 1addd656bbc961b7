import { Hono } from 'hono';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { limioBackend } from '../../src/server/backend.ts';
import { checkoutRequest } from './backend-client.ts';
import { beside, us, type Figure } from './figure.ts';
import { inRounds } from './rounds.ts';

const BATCH = 200;
const LINK = '/api/checkout/recover?basketId=basket-1&recover=signed';

/** A Limio that answers at once, so that what remains is ours. */
const instantly: typeof fetch = async (input) => {
  const url = String(input);
  if (url.endsWith('/oauth2/token'))
    return Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 });
  if (url.includes('/offers/v2')) return Response.json({ items: CATALOGUE });
  return Response.json({ id: 'basket-1', recoveryLink: LINK, order: {} });
};

/** Checkouts in one process, without sockets: the backend beside a handler that only reads and answers. */
export async function bareRouter(): Promise<Figure> {
  const unlimited = { points: 1e9, seconds: 60 };
  const backend = limioBackend({
    limio: {
      tenant: 'https://limio.test',
      credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
      fetch: instantly,
    },
    shop: 'https://shop.test',
    origins: ['https://www.example.com'],
    country: 'US',
    limits: { address: unlimited, all: unlimited, email: unlimited, reads: unlimited },
  });
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
