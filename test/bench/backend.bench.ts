import { Hono } from 'hono';
import { bench, describe } from 'vitest';
import { limioBackend } from '../../src/server/backend.ts';
import { checkout, HERE, optionsFor, ORIGIN } from '../server/setup.ts';

/**
 * What the backend itself adds to a checkout, beside a bare handler of the same router that reads the same body
 * and answers the same JSON. Limio answers at once, so what remains is ours: `npm run bench:backend`.
 */
const LINK = '/api/checkout/recover?basketId=basket-1&recover=signed';
const ITEM = {
  path: '/offers2/Pro',
  name: 'Pro',
  type: 'item',
  id: 'id',
  version: 'version',
  data: { record_type: 'offer', attributes: { display_name__limio: 'Pro' } },
};

const instantly: typeof fetch = async (input) => {
  const url = String(input);
  if (url.endsWith('/oauth2/token'))
    return Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 });
  if (url.includes('/offers/v2')) return Response.json({ items: [ITEM] });
  return Response.json({ id: 'basket-1', recoveryLink: LINK, order: {} });
};

const unlimited = { points: 1e9, seconds: 60 };
const backend = limioBackend({
  ...optionsFor({ fetch: instantly }),
  limits: { address: unlimited, all: unlimited, email: unlimited, reads: unlimited },
});

const bare = new Hono();
bare.post('/checkouts', async (context) => {
  const { attemptId } = await context.req.json<{ attemptId: string }>();
  return context.json({ attemptId, url: `https://shop.test${LINK}`, expiresAt: '2026-11-21T16:00:00.000Z' });
});

const request = (path: string, body?: unknown) =>
  new Request(HERE + path, {
    headers: { origin: ORIGIN, 'content-type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });

const order = () =>
  checkout({ customer: { email: 'ada@example.com', firstName: 'Ada' }, carry: { utm_source: 'news' } });

/** Reads the answer whole, and stops the measurement when it is not a success. */
async function taken(response: Promise<Response> | Response): Promise<void> {
  const { ok } = await response;
  if (!ok) throw new Error(await (await response).text());
  await (await response).text();
}

describe('a checkout', () => {
  bench('bare handler', () => taken(bare.fetch(request('/checkouts', order()))));
  bench('backend', () => taken(backend.fetch(request('/checkouts', order()), { address: '192.0.2.1' })));
});

describe('a list of offers', () => {
  bench('backend, from its cache', () => taken(backend.fetch(request('/offers'), { address: '192.0.2.1' })));
});
