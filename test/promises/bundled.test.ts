import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import pack from '../../package.json' with { type: 'json' };
import { folderWithPackage } from '../setup/packed.ts';

const folder = folderWithPackage();
afterAll(folder.remove);

const inFolder = (words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, words, { cwd: folder.path, encoding: 'utf8', env });

const CLI = 'node_modules/limio-offers/dist/npm/cli.js';

test('the backend answers without another package', () => {
  const { stdout, stderr } = inFolder([
    '--input-type=module',
    '--eval',
    `import { limioBackend } from 'limio-offers/server';
     const limio = { tenant: 'limio.test', credentials: () => ({ clientId: 'a', clientSecret: 'b' }), fetch: async () => new Response(null, { status: 500 }) };
     const backend = limioBackend({ limio, shop: 'https://shop.example.com', origins: ['https://www.example.com'], country: 'DE' });
     const answers = ['/health/live', '/openapi.json', '/offers'].map((path) => backend.fetch(new Request('https://b.test' + path)));
     console.log(JSON.stringify((await Promise.all(answers)).map(({ status }) => status)));`,
  ]);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([200, 200, 503]);
});

test('the client is there without another package', () => {
  const { stdout } = inFolder([
    '--eval',
    `import('limio-offers/limio').then((it) => console.log(Object.keys(it).sort().join()))`,
  ]);
  expect(stdout.trim()).toBe('LimioError,UpstreamError,limioClient,readCatalog');
});

test('an error of the backend is an error of the other entries', () => {
  const { stdout } = inFolder([
    '--input-type=module',
    '--eval',
    `import * as link from 'limio-offers/link';
     import * as server from 'limio-offers/server';
     import * as client from 'limio-offers/limio';
     console.log(new Set([link, server, client].map((entry) => entry.LimioError)).size);`,
  ]);
  expect(stdout.trim()).toBe('1');
});

test('the command runs without another package', () => {
  expect(inFolder([CLI, '--version']).stdout.trim()).toBe(pack.version);
  const { status, stderr } = inFolder([CLI, 'serve', '--check']);
  expect(stderr).toContain('LIMIO_TENANT');
  expect(status).not.toBe(0);
});

test('it says what to install where Redis is wanted and its package is missing', () => {
  const { stderr, status } = inFolder([CLI, 'serve', '--port', '0'], {
    LIMIO_TENANT: 'limio.test',
    LIMIO_CLIENT_ID: 'a',
    LIMIO_CLIENT_SECRET: 'b',
    LIMIO_SHOP: 'https://shop.example.com',
    LIMIO_ORIGINS: 'https://www.example.com',
    LIMIO_COUNTRY: 'DE',
    REDIS_URL: 'redis://127.0.0.1:1',
  });
  expect(stderr).toContain('npm install redis');
  expect(status).not.toBe(0);
});

interface BillOfMaterials {
  bomFormat: string;
  components: { group?: string; name: string; version: string; licenses?: unknown[] }[];
}

test('the bill of materials and the licences name each package that is inside', () => {
  const bill = JSON.parse(readFileSync('dist/npm/sbom.json', 'utf8')) as BillOfMaterials;
  const licenses = readFileSync('dist/npm/licenses.md', 'utf8');
  const names = bill.components.map(({ group, name }) => (group ? `${group}/${name}` : name));
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(names).toEqual(
    expect.arrayContaining(['hono', 'zod', 'jose', 'pino', 'cockatiel', '@hono/node-server']),
  );
  expect(names.filter((name) => !licenses.includes(name))).toEqual([]);
  expect(bill.components.filter(({ licenses }) => !licenses?.length)).toEqual([]);
});
