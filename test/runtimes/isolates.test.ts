import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { folderWithPackage } from '../setup/packed.ts';
import { environment } from './checks.ts';
import { installed } from './here.ts';
import { recipeIn } from '../setup/recipe.ts';
import { recipe } from './recipes.ts';
import { isolates } from './isolates.ts';

const PROGRAM = '@cloudflare/workerd-linux-64/bin/workerd';

test('the bindings of the recipe are the ones that its code uses', () => {
  const names = [...recipeIn('docs/backend.md', 'toml').matchAll(/^name = "(\w+)"$/gm)].map(
    ([, name]) => name!,
  );
  const code = recipe('Isolates that share');
  expect(names).toEqual(['LIMIO_STATE', 'READS_LIMIT']);
  for (const name of names) expect(code).toContain(`env.${name}`);
  // The only ones that Cloudflare knows.
  expect(recipeIn('docs/backend.md', 'toml')).toMatch(/^simple = \{ limit = \d+, period = (10|60) \}$/m);
});

describe.for([`workerd-2026-04/node_modules/${PROGRAM}`, PROGRAM])('two isolates on %s', (program) => {
  const folder = folderWithPackage();
  let limio: ServedSandbox;
  let served: Awaited<ReturnType<typeof isolates>>;
  beforeAll(async () => {
    limio = await serveSandbox();
    const env = { ...environment(limio), LIMIO_LIMIT_ADDRESS: '24/60' };
    served = await isolates(installed(program), mkdtempSync(join(folder.path, 'run-')), env);
  });
  afterAll(async () => {
    await served.stop();
    await limio.close();
    folder.remove();
  });

  let made = 0;
  const order = () => ({
    attemptId: `attempt-at-an-isolate-${String(++made).padStart(6, '0')}`,
    items: [{ path: '/offers2/Desk Starter Monthly' }],
  });
  const post = (at: number, body: object, address = '192.0.2.1') =>
    fetch(`${served.urls[at]}/checkouts`, {
      method: 'POST',
      headers: {
        origin: 'https://www.example.com',
        'content-type': 'application/json',
        'cf-connecting-ip': address,
      },
      body: JSON.stringify(body),
    });
  const asked = (operation: string) => limio.log.filter((call) => call.operation === operation).length;

  test('make one basket of an attempt that is sent to both, and get one token', async () => {
    const orders = Array.from({ length: 10 }, order);
    const answers = await Promise.all(
      orders.flatMap((each) => [post(0, each), post(1, each), post(1, each)]),
    );
    const urls = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { url: string }).url),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(30).fill(200));
    expect(new Set(urls).size).toBe(10);
    expect([asked('initiateCheckout'), asked('token'), limio.state.baskets.size]).toEqual([10, 1, 10]);
  });

  test('count one limit', async () => {
    const statuses = [];
    for (let n = 0; n < 30; n++) statuses.push((await post(n % 2, order(), '192.0.2.2')).status);
    expect(statuses).toEqual([...Array<number>(24).fill(200), ...Array<number>(6).fill(429)]);
    expect((await post(1, order(), '192.0.2.3')).status).toBe(200);
  });

  test('leave what a rate limiting binding counts to it', async () => {
    const read = (address: string) =>
      fetch(`${served.urls[0]}/offers`, { headers: { 'cf-connecting-ip': address } });
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await read('192.0.2.9')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await read('192.0.2.10')).status).toBe(200);
  });
});
