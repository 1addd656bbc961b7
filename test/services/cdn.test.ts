import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get as ask, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../demo/free-port.ts';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { nodeProgram, removeProgram, run, type Running } from '../setup/node-program.ts';
import { recipeIn } from '../setup/recipe.ts';
import { startService, type Service } from '../setup/service.ts';

const PAGES = ['https://www.example.com', 'https://de.example.com', 'https://elsewhere.example.org', 'null'];

let program: string;
let limio: ServedSandbox;
let backend: Running & { url: string };
let cache: { url: string; service: Service; folder: string };

beforeAll(async () => {
  program = await nodeProgram('src/cli.ts');
  limio = await serveSandbox();
});
afterAll(async () => {
  removeProgram(program);
  await limio.close();
});
afterEach(async () => {
  backend.child.kill('SIGKILL');
  await cache.service.stop();
  rmSync(cache.folder, { recursive: true, force: true });
});

/** A backend, and nginx in front of it as the docs say, on ports and in a folder of the test's own. */
async function start(freshFor: number, change = (recipe: string) => recipe): Promise<void> {
  const running = run(program, ['serve'], {
    LIMIO_TENANT: limio.origin,
    LIMIO_CLIENT_ID: 'sandbox',
    LIMIO_CLIENT_SECRET: 'sandbox-secret',
    LIMIO_SHOP: 'https://shop.test',
    LIMIO_ORIGINS: PAGES[0]!,
    LIMIO_COUNTRY: 'US',
    LIMIO_FRESH_FOR: String(freshFor),
    PORT: '0',
  });
  backend = { ...running, ...(JSON.parse(await running.line(/"listening"/)) as { url: string }) };
  const folder = mkdtempSync(join(tmpdir(), 'cdn-'));
  const port = await freePort();
  const recipe = change(recipeIn('docs/operations.md', 'nginx'))
    .replaceAll('http://127.0.0.1:8787', backend.url)
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('/var/cache/nginx/offers', join(folder, 'offers'));
  const surroundings = `user root; worker_processes 1; pid ${folder}/pid; error_log stderr notice; daemon off;
events {} http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;\n${recipe}\n}`;
  writeFileSync(join(folder, 'nginx.conf'), surroundings);
  const service = startService('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], 'nginx-light');
  await service.says('start worker process');
  cache = { url: `http://127.0.0.1:${port}`, service, folder };
}

/** An answer of the cache as it comes over the wire. */
async function at(path: string, headers: Record<string, string> = {}) {
  const [response] = (await once(ask(cache.url + path, { headers }), 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks).length };
}

/** How often the backend was asked for offers. */
const asked = () => backend.lines.filter((line) => line.includes('"listOffers"')).length;

describe('nginx in front of the backend', () => {
  test('asks for a list once, whatever the pages and however many ask at once', async () => {
    await start(60);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        at('/offers', {
          origin: PAGES[n % 4]!,
          'accept-encoding': n % 2 ? 'br, gzip' : 'gzip, deflate, br, zstd',
        }),
      ),
    );
    for (const { status, headers, bytes } of answers) {
      expect([status, bytes > 500]).toEqual([200, true]);
      expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'content-encoding': 'br' });
    }
    await expect.poll(asked).toBe(1);
    expect((await at('/offers', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    expect((await at('/offers')).headers).not.toHaveProperty('content-encoding');
    await expect.poll(asked).toBe(3);
    expect((await at('/offers?label=nobody')).bytes).toBeLessThan(100);
    await expect.poll(asked).toBe(4);
  });

  test('that minds Vary keeps one list for each way in which browsers name what they take', async () => {
    const minding = (recipe: string) =>
      recipe.replace(/.*(proxy_ignore_headers|proxy_set_header Accept-Encoding).*\n/g, '');
    await start(60, (recipe) => minding(recipe).replace('|$offers_encoding', ''));
    for (const encodings of ['gzip', 'gzip, br', 'gzip'])
      for (const origin of PAGES) {
        const answer = await at('/offers', { origin, 'accept-encoding': encodings });
        expect(answer.headers).toMatchObject({ vary: 'accept-encoding', 'access-control-allow-origin': '*' });
      }
    // To the backend, nginx speaks for itself: it takes no compressed answer unless it is told to.
    await expect.poll(asked).toBe(2);
  });

  test('asks anew in the background, and with the tag of what it has', async () => {
    await start(1);
    const first = await at('/offers');
    await expect.poll(async () => (await at('/offers')).headers['x-cache'], { timeout: 5000 }).toBe('STALE');
    await expect.poll(asked).toBe(2);
    await expect.poll(() => backend.lines.some((line) => line.includes('"status":304'))).toBe(true);
    expect((await at('/offers')).headers.etag).toBe(first.headers.etag);
  });

  test('goes on showing offers while the backend is down', async () => {
    await start(1);
    await at('/offers', { origin: PAGES[0]! });
    backend.child.kill('SIGKILL');
    await backend.ended;
    const states = new Set<unknown>();
    await expect
      .poll(
        async () => {
          const { status, headers, bytes } = await at('/offers', { origin: PAGES[1]! });
          expect([status, headers['access-control-allow-origin'], bytes > 500]).toEqual([200, '*', true]);
          return states.add(headers['x-cache']).has('STALE');
        },
        { timeout: 5000 },
      )
      .toBe(true);
    expect((await at('/health/live')).status).toBe(502);
  });

  test('hands checkouts on, each by itself', async () => {
    await start(60);
    const send = (n: number) =>
      fetch(`${cache.url}/checkouts`, {
        method: 'POST',
        headers: { origin: PAGES[0]!, 'content-type': 'application/json' },
        body: JSON.stringify({
          attemptId: `attempt-through-a-cache-${n}`,
          items: [{ path: '/offers2/Desk Starter Monthly' }],
        }),
      });
    const answers = await Promise.all([send(1), send(2)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(limio.state.baskets.size).toBe(2);
  });
});
