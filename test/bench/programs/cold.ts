import { pathToFileURL } from 'node:url';
import { checkoutRequest } from '../backend-client.ts';
import { INSTANT_BACKEND } from '../instant-backend.ts';

/** What a process that has just begun measures of itself, in milliseconds of processor time. */
export interface Cold {
  /** Reading the backend as it is built. */
  loading: number;
  /** The first checkout, with a token and the offers. */
  first: number;
  /** The thousandth. */
  warm: number;
}

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
const backend = limioBackend(INSTANT_BACKEND);
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
