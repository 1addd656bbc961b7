import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { recipeIn } from '../setup/recipe.ts';
import { startService } from '../setup/service.ts';
import { CachedBackend, PAGES, type Place } from './cached-backend.ts';

const shop = new CachedBackend();
beforeAll(() => shop.build());
afterAll(() => shop.remove());
afterEach(() => shop.stop());

const { at, asked } = { at: shop.at.bind(shop), asked: shop.asked };

/** nginx in front of a backend as the docs say, on ports and in a folder of the test's own. */
const start = (freshFor: number, change = (recipe: string) => recipe) =>
  shop.start(freshFor, async ({ backend, port, folder }: Place) => {
    const recipe = change(recipeIn('docs/operations.md', 'nginx'))
      .replaceAll('http://127.0.0.1:8787', backend)
      .replace('listen 8080', `listen 127.0.0.1:${port}`)
      .replace('/var/cache/nginx/offers', join(folder, 'offers'));
    const surroundings = `user root; worker_processes 1; pid ${folder}/pid; error_log stderr notice; daemon off;
events {} http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;\n${recipe}\n}`;
    writeFileSync(join(folder, 'nginx.conf'), surroundings);
    const service = startService('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], 'nginx-light');
    await service.says('start worker process');
    return service;
  });

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
    await expect.poll(async () => (await at('/offers')).headers['x-cache']).toBe('STALE');
    await expect.poll(asked).toBe(2);
    await expect.poll(() => shop.backend.lines.some((line) => line.includes('"status":304'))).toBe(true);
    expect((await at('/offers')).headers.etag).toBe(first.headers.etag);
  });

  test('goes on showing offers while the backend is down', async () => {
    await start(1);
    await at('/offers', { origin: PAGES[0]! });
    await shop.kill();
    const states = new Set<unknown>();
    await expect
      .poll(async () => {
        const { status, headers, bytes } = await at('/offers', { origin: PAGES[1]! });
        expect([status, headers['access-control-allow-origin'], bytes > 500]).toEqual([200, '*', true]);
        return states.add(headers['x-cache']).has('STALE');
      })
      .toBe(true);
    expect((await at('/health/live')).status).toBe(502);
  });

  test('hands checkouts on, each by itself', async () => {
    await start(60);
    const answers = await Promise.all([shop.checkout(1), shop.checkout(2)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(shop.limio.state.baskets.size).toBe(2);
  });
});
