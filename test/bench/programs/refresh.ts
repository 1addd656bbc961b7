import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { keepHeapModest } from '../../../src/server/node/modest-heap.ts';
import { NO_LIMITS } from '../instant-backend.ts';
import { quantile } from '../statistics.ts';

const ROUNDS = 5;

/** Items of a page that is read while a list is sold from. */
const PAGE = 250;

/** How a loop is held up while a large catalogue is read anew, in milliseconds, a figure for each time. */
export interface Refresh {
  /** 99th percentile of its delay, by the clock. */
  delay: number[];
  /** The same while nothing is done, before each. */
  idle: number[];
  /** 99th percentile of the processor time between two looks at the loop, a millisecond apart. */
  turn: number[];
  /** Processor time of reading one page as JSON, which cannot be parted. */
  parse: number[];
}

const limio = process.env['LIMIO']!;
const built = pathToFileURL('dist/npm/server.js').href;
const { limioBackend } = (await import(/* @vite-ignore */ built)) as typeof import('../../../src/server.ts');
keepHeapModest();
const backend = limioBackend({
  limio: { tenant: limio, credentials: () => ({ clientId: 'id', clientSecret: 'secret' }) },
  shop: 'https://shop.test',
  origins: ['https://www.example.com'],
  country: 'US',
  freshness: { freshFor: 1 },
  limits: NO_LIMITS,
});
const list = async () =>
  (await backend.fetch(new Request('https://backend.example.com/offers?label=none'))).text();
const age = () => backend.status().offers.age ?? Infinity;

const processorTime = (before?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

async function watch(work: () => Promise<void>): Promise<{ delay: number; turn: number }> {
  const turns: number[] = [];
  let last = processorTime();
  const look = setInterval(() => {
    const now = processorTime();
    turns.push(now - last);
    last = now;
  }, 1);
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await work();
  delays.disable();
  clearInterval(look);
  turns.sort((a, b) => a - b);
  return { delay: delays.percentile(99) / 1e6, turn: quantile(turns, 0.99) };
}

/** Has the list read anew, and waits until it is there. */
async function refresh(): Promise<void> {
  await list();
  for (let before = age(), now = before; now >= before; before = now, now = age()) await pause(5);
}

const measured: Refresh = { delay: [], idle: [], turn: [], parse: [] };
const page = await (await fetch(`${limio}/api/offers/v2?opt.pageSize=${PAGE}`)).text();
while (age() === Infinity) await list();
for (let round = 0; round < ROUNDS; round++) {
  // Meanwhile the list grows too old.
  const idle = await watch(() => pause(1100));
  const { delay, turn } = await watch(refresh);
  const before = processorTime();
  for (let n = 0; n < 10; n++) JSON.parse(page);
  const parse = (processorTime() - before) / 10;
  for (const [name, value] of Object.entries({ delay, turn, parse, idle: idle.delay }))
    measured[name as keyof Refresh].push(value);
}
console.log(JSON.stringify(measured));
setInterval(() => {}, 60_000);
