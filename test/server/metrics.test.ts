import { expect, test } from 'vitest';
import { order, post, Program } from './program.ts';
import { CREDENTIALS } from './pretend-limio.ts';

const program = new Program();

/** A backend with metrics, and a way to read them. */
async function measured(more: Record<string, string> = {}) {
  const running = await program.serve({ LIMIO_METRICS_PORT: '0', ...more });
  const { url: at } = JSON.parse(await running.line(/"event":"metrics"/)) as { url: string };
  const read = async () => (await fetch(at)).text();
  /** The value of a metric with these very labels. */
  const value = async (metric: string) => {
    const line = (await read()).split('\n').find((each) => each.startsWith(`${metric} `));
    return line === undefined ? undefined : Number(line.slice(metric.length + 1));
  };
  return { ...running, at, read, value };
}

test('requests, calls to Limio and promo codes are counted, by words of closed lists', async () => {
  const { url, value, read } = await measured();
  await post(url, order({ promoCode: 'SAVE20', customer: { email: 'canary@example.com' } }));
  await post(url, '{"canary":1}');
  await fetch(`${url}/canary?canary=1`, { method: 'PROPFIND' });
  await fetch(`${url}/offers?label=canary`);
  const of = 'limio_offers_request_duration_seconds_count';
  expect(await value(`${of}{route="openCheckout",method="POST",status="200"}`)).toBe(1);
  expect(await value(`${of}{route="openCheckout",method="POST",status="400"}`)).toBe(1);
  expect(await value(`${of}{route="none",method="other",status="404"}`)).toBe(1);
  expect(await value('limio_offers_request_failures_total{route="openCheckout",code="bad_request"}')).toBe(1);
  expect(await value('limio_offers_promo_codes_total{outcome="applied"}')).toBe(1);
  const calls = 'limio_offers_limio_duration_seconds_count';
  expect(await value(`${calls}{operation="initiateCheckout",outcome="ok"}`)).toBe(1);
  expect(await value(`${calls}{operation="token",outcome="ok"}`)).toBe(1);
  expect(await value('limio_offers_ready')).toBe(1);
  expect(await value('limio_offers_listed')).toBeGreaterThan(10);
  expect(await value('limio_offers_listed_age_seconds')).toBeLessThan(60);
  expect(await value('limio_offers_down{part="redis"}')).toBe(0);
  expect(await value('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  const text = await read();
  expect(text).not.toMatch(/canary|recover|192\.|127\.0/);
  expect(text).not.toContain(CREDENTIALS.clientSecret);
});

test('a Limio that fails shows, by code', async () => {
  const { url, value } = await measured({ LIMIO_TENANT: 'http://127.0.0.1:1' });
  expect((await post(url, order())).status).toBe(503);
  expect(await value('limio_offers_down{part="token"}')).toBe(1);
  expect(await value('limio_offers_ready')).toBe(0);
  expect(await value('limio_offers_listed_age_seconds')).toBe(undefined);
  const failed =
    'limio_offers_limio_duration_seconds_count{operation="token",outcome="upstream_unavailable"}';
  expect(await value(failed)).toBeGreaterThan(0);
});

test('they are read at one address alone, on a port of their own', async () => {
  const { url, at } = await measured();
  const answer = await fetch(at);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const { origin } = new URL(at);
  expect((await fetch(`${origin}/`)).status).toBe(404);
  expect((await fetch(at, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
});

test('there are none unless they are asked for, and none are read where the port is in use', async () => {
  const { url, lines } = await program.serve();
  await fetch(`${url}/health/live`);
  expect(lines.join()).not.toContain('"metrics"');
  const taken = await program.start(['serve'], {
    ...program.env(),
    PORT: '0',
    LIMIO_METRICS_PORT: new URL(url).port,
  }).ended;
  expect(taken).toMatchObject({
    code: 2,
    errors: expect.stringMatching(/LIMIO_METRICS_PORT: .*EADDRINUSE.*Stop it/) as string,
  });
});
