import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import openapiTS, { astToString } from 'openapi-typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHOP } from '../server/pretend-limio.ts';
import { AUTHORIZED, program, startBackend } from './backend.ts';

let backend: Awaited<ReturnType<typeof startBackend>>;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

const described = async () =>
  (await (await fetch(`${backend.origin}/agent/openapi.json`)).json()) as Description;

interface Description {
  servers: { url: string }[];
  paths: Record<string, { post: { operationId: string } }>;
}

const ORDER = { paths: ['/offers2/Team'], quantity: 5, email: 'ada@example.com' };

test('a client made by openapi-typescript is typed, and sells', async () => {
  const folder = mkdtempSync(`${program('')}.client-`);
  try {
    const types = astToString(await openapiTS((await described()) as never));
    const use = `import createClient from 'openapi-fetch';
      import type { paths } from './client.ts';
      const client = createClient<paths>({ baseUrl: '' });
      const { data } = await client.POST('/agent/checkouts', { body: ${JSON.stringify(ORDER)} });
      export const url: string | undefined = data?.url;
      // @ts-expect-error It is a list.
      await client.POST('/agent/checkouts', { body: { paths: 'x' } });`;
    writeFileSync(join(folder, 'client.ts'), types);
    writeFileSync(join(folder, 'use.ts'), use);
    const words = [
      '--noEmit',
      '--ignoreConfig',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--allowImportingTsExtensions',
      '--skipLibCheck',
      join(folder, 'use.ts'),
    ];
    const { status, stdout } = spawnSync('node_modules/.bin/tsc', words, { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const client = createClient<Record<string, never>>({ baseUrl: backend.origin, headers: AUTHORIZED });
  const { data } = (await client.POST('/agent/checkouts' as never, { body: ORDER } as never)) as {
    data?: { url: string; prefilled: boolean };
  };
  expect(data).toMatchObject({ prefilled: true, url: expect.stringContaining(`${backend.origin}/go/`) });
});

test('a caller that knows names and flat fields alone, as agent platforms do, sells', async () => {
  const { servers, paths } = await described();
  const call = async (operation: string, fields: object) => {
    const [path] = Object.entries(paths).find(([, { post }]) => post.operationId === operation)!;
    const response = await fetch(servers[0]!.url + path, {
      method: 'POST',
      headers: { ...AUTHORIZED, 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    return (await response.json()) as Record<string, unknown> & {
      offers: { path: string; total?: string }[];
    };
  };
  const { offers } = await call('list_offers', { quantity: 5 });
  const path = offers.find(({ total }) => total)!.path;
  expect(await call('make_purchase_link', { paths: [path] })).toMatchObject({
    url: `${SHOP}/checkout?purchase=%2Foffers2%2FTeam`,
  });
  const { checkoutId } = await call('open_checkout', { ...ORDER, paths: [path] });
  expect(await call('check_checkout', { checkoutId })).toMatchObject({
    state: expect.stringMatching(/^(open|unknown)$/),
  });
  expect(await call('open_checkout', { paths: ['/offers2/Teem'] })).toMatchObject({
    code: 'offer_unavailable',
    say: expect.stringContaining('`/offers2/Team`'),
  });
});

test('Python, which most platforms of agents are written in, compiles each pattern', async () => {
  const patterns = [...JSON.stringify(await described()).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
    ([, pattern]) => JSON.parse(pattern!) as string,
  );
  expect(patterns.length).toBeGreaterThan(1);
  const compile = 'import re, sys; print(len([re.compile(pattern) for pattern in sys.argv[1:]]))';
  const { stdout, stderr } = spawnSync('python3', ['-c', compile, ...patterns], { encoding: 'utf8' });
  expect(Number(stdout), stderr).toBe(patterns.length);
});
