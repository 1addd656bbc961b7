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

test('10,000 offers at 450 ms a page are on sale within a minute of a cold start, in 200 MB', async () => {
  await put({ offers: 10_000, pageLatency: 450, mostBytes: 1e6 });
  const startedAt = performance.now();
  const { url, child } = await program.serve({ LIMIO_TENANT: limio.url, LIMIO_FRESH_FOR: '1' });
  const list = async () => {
    const response = await fetch(`${url}/offers`, { headers: { 'accept-encoding': 'br' } });
    return response.ok ? ((await response.json()) as OfferList).offers.length : response.status;
  };
  await expect.poll(list, { timeout: 60_000, interval: 100 }).toBe(10_000);
  expect(performance.now() - startedAt).toBeLessThan(60_000);

  // Seven times more, while the first list is sold from.
  const pages = async () => ((await (await fetch(`${limio.url}/asked`)).json()) as Asked).pages;
  await put({ offers: 10_000 });
  await expect
    .poll(async () => (await list(), await pages()), { timeout: 60_000, interval: 100 })
    .toBeGreaterThan(280);
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  expect(Number(/VmHWM:\s+(\d+)/.exec(status)![1])).toBeLessThan(200_000);
}, 150_000);
