import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfferList } from '../../src/contract/offers.ts';
import { nodeProgram, removeProgram, run, type Running } from '../setup/node-program.ts';
import type { Asked, Mood } from '../setup/plain-limio.ts';
import { Program } from './program.ts';

const program = new Program();
let stand: string;
let limio: Running & { url: string };
beforeAll(async () => {
  stand = await nodeProgram('test/setup/programs/plain-limio.ts');
  const running = run(stand, []);
  limio = { ...running, url: await running.line(/^http/) };
});
afterAll(() => {
  limio.child.kill('SIGKILL');
  removeProgram(stand);
});

const put = (mood: Mood) => fetch(`${limio.url}/mood`, { method: 'PUT', body: JSON.stringify(mood) });

/** Of a machine that does much else; a test that works never waits so long. */
const PATIENCE = { timeout: 140_000, interval: 100 };

/** How long a page takes Limio at worst, in milliseconds. */
const PAGE_MS = 450;

/** Milliseconds that a process has had a processor for. A tick is 10 ms on every Linux. */
function processorTime({ pid }: { pid?: number | undefined }): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

test('10,000 offers at 450 ms a page are on sale within a minute of a cold start, in 200 MB', async () => {
  await put({ offers: 10_000, mostBytes: 1e6 });
  const { url, child } = await program.serve({ LIMIO_TENANT: limio.url, LIMIO_FRESH_FOR: '1' });
  const list = async () => {
    const response = await fetch(`${url}/offers`, { headers: { 'accept-encoding': 'br' } });
    return response.ok ? ((await response.json()) as OfferList).offers.length : response.status;
  };
  const pages = async () => ((await (await fetch(`${limio.url}/asked`)).json()) as Asked).pages;
  await expect.poll(list, PATIENCE).toBe(10_000);
  // Pages are read one after another, with no wait in between (see the tests of big catalogues): this is all it takes.
  expect((await pages()) * PAGE_MS + processorTime(child)).toBeLessThan(60_000);

  // Four times more, while the first list is sold from.
  await put({ offers: 10_000 });
  await expect.poll(async () => (await list(), await pages()), PATIENCE).toBeGreaterThan(180);
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  expect(Number(/VmHWM:\s+(\d+)/.exec(status)![1])).toBeLessThan(200_000);
}, 300_000);
