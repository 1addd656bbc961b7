import { pathToFileURL } from 'node:url';
import { CATALOGUE } from '../../../demo/sandbox/items/catalogue.ts';
import { checkoutRequest } from '../backend-client.ts';

/** What a process that has just begun measures of itself, in milliseconds of processor time. */
export interface Cold {
  /** Reading the backend as it is built. */
  loading: number;
  /** The first checkout, with a token and the offers. */
  first: number;
  /** The thousandth. */
  warm: number;
}

const LINK = '/api/checkout/recover?basketId=basket-1&recover=signed';
const instantly: typeof fetch = async (input) => {
  const url = String(input);
  if (url.endsWith('/oauth2/token'))
    return Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 });
  if (url.includes('/offers/v2')) return Response.json({ items: CATALOGUE });
  return Response.json({ id: 'basket-1', recoveryLink: LINK, order: {} });
};

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

const built = pathToFileURL('dist/npm/server.js').href;
const [loading, { limioBackend }] = await timed(
  () => import(/* @vite-ignore */ built) as Promise<typeof import('../../../src/server.ts')>,
);
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
  limits: { address: unlimited, all: unlimited, email: unlimited, requests: unlimited },
});
async function checkout(): Promise<void> {
  const answer = await backend.fetch(checkoutRequest('https://backend.example.com'), {
    address: '192.0.2.1',
  });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.text();
}
const [first] = await timed(checkout);
for (let n = 0; n < 900; n++) await checkout();
const [hundred] = await timed(async () => {
  for (let n = 0; n < 100; n++) await checkout();
});
const measured: Cold = { loading, first, warm: hundred / 100 };
console.log(JSON.stringify(measured));
// Until it is ended by who reads that.
setInterval(() => {}, 60_000);
