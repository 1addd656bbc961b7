import { pathToFileURL } from 'node:url';
import { Hono } from 'hono';
import { checkoutRequest } from '../backend-client.ts';
import { INSTANT_BACKEND, LINK } from '../instant-backend.ts';
import { inRounds } from '../rounds.ts';

/** Requests that are measured together. */
const BATCH = 400;

/** Batches before the first that counts, so that V8 has compiled what it will. */
const WARM_UP = 5;

/** What a process measures of itself that has run for long: milliseconds of processor time for each request. */
export interface Warm {
  /** Checkouts, one after another. */
  one: number[];
  /** Checkouts, twenty at once. */
  twenty: number[];
  /** Lists of offers from the cache. */
  offers: number[];
  /** A handler of the same router that only reads and answers, one after another. */
  bare: number[];
}

const built = pathToFileURL('dist/npm/server.js').href;
const { limioBackend } = (await import(/* @vite-ignore */ built)) as typeof import('../../../src/server.ts');
const backend = limioBackend(INSTANT_BACKEND);
const bare = new Hono().post('/checkouts', async (context) => {
  const { attemptId } = await context.req.json<{ attemptId: string }>();
  const expiresAt = '2026-11-21T16:00:00.000Z';
  return context.json({ attemptId, url: `https://shop.test${LINK}`, expiresAt });
});

const BASE = 'https://backend.example.com';
const ours = (request: Request) => backend.fetch(request, { address: '192.0.2.1' });

/** Sends a batch, so many at a time. @returns milliseconds of processor time for each */
async function batch(
  make: () => Request,
  answer: (request: Request) => Promise<Response> | Response,
  atOnce = 1,
) {
  const requests = Array.from({ length: BATCH }, make);
  const send = async () => {
    for (let request = requests.pop(); request; request = requests.pop()) {
      const response = await answer(request);
      if (!response.ok) throw new Error(await response.text());
      await response.text();
    }
  };
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: atOnce }, send));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / BATCH;
}

const runs = {
  one: () => batch(() => checkoutRequest(BASE), ours),
  twenty: () => batch(() => checkoutRequest(BASE), ours, 20),
  offers: () => batch(() => new Request(`${BASE}/offers`), ours),
  bare: () =>
    batch(
      () => checkoutRequest(BASE),
      (request) => bare.fetch(request),
    ),
};
for (let n = 0; n < WARM_UP; n++) for (const run of Object.values(runs)) await run();
const measured: Warm = await inRounds(runs);
console.log(JSON.stringify(measured));
// Until it is ended by who reads that.
setInterval(() => {}, 60_000);
