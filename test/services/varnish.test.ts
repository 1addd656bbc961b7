import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { recipeIn } from '../setup/recipe.ts';
import { startService } from '../setup/service.ts';
import { CachedBackend, PAGES } from './cached-backend.ts';

const shop = new CachedBackend();
beforeAll(() => shop.build());
afterAll(() => shop.remove());
afterEach(() => shop.stop());

const { at, asked } = { at: shop.at.bind(shop), asked: shop.asked };

/** Varnish in front of a backend as the docs say. */
const start = (freshFor: number) =>
  shop.start(freshFor, async ({ backend, port, folder }) => {
    const recipe = recipeIn('docs/operations.md', 'vcl')
      .replace('"8787"', `"${new URL(backend).port}"`)
      .replace('interval = 5s', 'interval = 200ms');
    writeFileSync(join(folder, 'offers.vcl'), recipe);
    const place = ['-n', join(folder, 'work'), '-a', `127.0.0.1:${port}`, '-f', join(folder, 'offers.vcl')];
    const service = startService('varnishd', ['-F', '-j', 'none', '-s', 'malloc,50m', ...place], 'varnish');
    await service.says('Child launched OK');
    // It says so before it listens.
    const isThere = () =>
      fetch(`http://127.0.0.1:${port}/health/live`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(isThere).toBe(200);
    return service;
  });

describe('Varnish in front of the backend', () => {
  test('asks for a list once, whatever the pages, cookies and browsers, and however many ask at once', async () => {
    await start(60);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        at('/offers', {
          origin: PAGES[n % 4]!,
          cookie: `visitor=${n}`,
          'accept-encoding': ['br, gzip', 'gzip, deflate, br, zstd', 'identity'][n % 3]!,
        }),
      ),
    );
    for (const [n, { status, headers, bytes }] of answers.entries()) {
      expect([status, bytes > 500]).toEqual([200, true]);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['content-encoding']).toBe(n % 3 === 2 ? undefined : 'gzip');
    }
    await expect.poll(asked).toBe(1);
    await at('/offers?label=nobody');
    await expect.poll(asked).toBe(2);
    // A browser that has the list is told so by the cache.
    const { etag } = (await at('/offers')).headers;
    expect((await at('/offers', { 'if-none-match': etag! })).status).toBe(304);
    expect(asked()).toBe(2);
  });

  test('asks anew in the background, and with the tag of what it has', async () => {
    await start(1);
    const first = await at('/offers');
    await expect.poll(async () => (await at('/offers')).headers['x-cache']).toBe('STALE');
    await expect.poll(() => shop.backend.lines.some((line) => line.includes('"status":304'))).toBe(true);
    expect((await at('/offers')).headers.etag).toBe(first.headers.etag);
  });

  test('goes on showing offers while the backend is down', async () => {
    await start(1);
    await at('/offers');
    await shop.kill();
    await expect
      .poll(async () => {
        const { status, headers, bytes } = await at('/offers', { origin: PAGES[1]! });
        expect([status, headers['access-control-allow-origin'], bytes > 500]).toEqual([200, '*', true]);
        return headers['x-cache'];
      })
      .toBe('STALE');
    expect((await at('/health/live')).status).toBe(503);
  });

  test('forgets all lists where it is told to', async () => {
    await start(60);
    await at('/offers');
    await at('/offers?label=nobody');
    expect((await at('/offers', {}, 'PURGE')).status).toBe(204);
    await at('/offers');
    await at('/offers?label=nobody');
    await expect.poll(asked).toBe(4);
  });

  test('hands checkouts on, each by itself', async () => {
    await start(60);
    const answers = await Promise.all([shop.checkout(1), shop.checkout(2)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(shop.limio.state.baskets.size).toBe(2);
  });
});
