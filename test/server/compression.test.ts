import { once } from 'node:events';
import { get as ask, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { lambdaHandler } from '../../src/server/lambda.ts';
import type { Compressors } from '../../src/server/offers/encoding.ts';
import { item, pretendLimio } from './pretend-limio.ts';
import { Program } from './program.ts';
import { HERE, setup } from './setup.ts';

const program = new Program();

/** An answer as it comes over the wire. */
async function raw(url: string, headers: Record<string, string> = {}) {
  const [response] = (await once(ask(url, { headers }), 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) };
}

const READERS: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };

// prettier-ignore
const accepted: Array<[accepts: string | undefined, encoding: string | undefined]> = [
  [undefined,                          undefined],
  ['',                                 undefined],
  ['identity',                         undefined],
  ['deflate',                          undefined],
  ['gzip',                             'gzip'],
  ['gzip, deflate, br, zstd',          'br'],
  ['GZIP',                             'gzip'],
  ['br;q=0, gzip;q=0.5',               'gzip'],
  ['*',                                'br'],
  ['br;q=0, *;q=0.1',                  'gzip'],
  ['gzip;q=0, br;q=0',                 undefined],
  ['gzip;q=0.0',                       undefined],
  ['nonsense;;,=',                     undefined],
];
test('offers are sent as the caller takes them, each the same list with the same tag', async () => {
  const { url } = await program.serve();
  const plain = await raw(`${url}/offers`);
  expect(plain.status).toBe(200);
  for (const [accepts, encoding] of accepted) {
    const headers = accepts === undefined ? undefined : { 'accept-encoding': accepts };
    const answer = await raw(`${url}/offers`, headers);
    expect([accepts, answer.headers['content-encoding']]).toEqual([accepts, encoding]);
    expect(answer.headers).toMatchObject({ vary: 'accept-encoding', etag: plain.headers.etag });
    const text = encoding ? READERS[encoding]!(answer.bytes) : answer.bytes;
    expect(text.equals(plain.bytes)).toBe(true);
    if (encoding) expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 2);
  }
  const known = await raw(`${url}/offers`, { 'accept-encoding': 'br', 'if-none-match': plain.headers.etag! });
  expect([known.status, known.bytes.length, known.headers.vary]).toEqual([304, 0, 'accept-encoding']);
});

test('a list of a few words is sent as it is', async () => {
  const { url } = await program.serve();
  const answer = await raw(`${url}/offers?label=nobody`, { 'accept-encoding': 'gzip' });
  expect(answer.headers).not.toHaveProperty('content-encoding');
});

describe('a list is written and compressed', () => {
  const items = (count: number, from?: string) =>
    Array.from({ length: count }, (_, n) =>
      item(`Plan ${n}`, from && n === 0 ? { valid_date_range__limio: { from } } : {}),
    );

  // prettier-ignore
  const cases: Array<[when: string, waits: number[], change: (items: unknown[]) => unknown[], times: number]> = [
    ['once, however often it is read anew',            [61, 61, 61, 300], (same) => same,                               1],
    ['anew after ten minutes, as it says its instant', [61, 600],         (same) => same,                               2],
    ['anew where an offer has changed',                [61],              ([, ...rest]) => [item('Other'), ...rest],     2],
    ['anew where two have changed places',             [61],              ([one, two, ...rest]) => [two, one, ...rest],  2],
    ['anew where one is gone',                         [61],              ([, ...rest]) => rest,                        2],
  ];
  test.for(cases)('%s', async ([, waits, change, times]) => {
    let compressed = 0;
    const compressors: Compressors = { gzip: async (bytes) => (compressed++, bytes) };
    let list: unknown[] = items(20);
    const limio = pretendLimio({ listOffers: () => Response.json({ items: list }) });
    const { get, wait, backend } = setup({ compressors }, limio);
    const read = async () => (await get('/offers', { 'accept-encoding': 'gzip' })).text();
    await read();
    list = change(list);
    for (const [n, seconds] of waits.entries()) {
      wait(seconds);
      await read();
      await expect.poll(() => [limio.count('listOffers'), backend.status().offers.age]).toEqual([n + 2, 0]);
      await read();
    }
    expect(compressed).toBe(times);
  });

  test('anew at the instant at which one begins to be sold', async () => {
    let compressed = 0;
    const compressors: Compressors = { gzip: async (bytes) => (compressed++, bytes) };
    const list = items(20, '2026-11-21T12:00:30.000Z');
    const limio = pretendLimio({ listOffers: () => Response.json({ items: list }) });
    const { get, wait } = setup({ compressors }, limio);
    const count = async () => {
      const answer = await get('/offers', { 'accept-encoding': 'gzip' });
      return [((await answer.json()) as { offers: unknown[] }).offers.length, compressed];
    };
    expect(await count()).toEqual([19, 1]);
    wait(29);
    expect(await count()).toEqual([19, 1]);
    wait(1);
    expect(await count()).toEqual([20, 2]);
  });
});

test('a list is written once for all the labels, countries and paths that no offer names', async () => {
  let compressed = 0;
  const compressors: Compressors = { gzip: async (bytes) => (compressed++, bytes) };
  const items = Array.from({ length: 20 }, (_, n) =>
    item(`Plan ${n}`, n ? {} : { allowed_countries__limio: ['DE'] }),
  );
  const { get } = setup({ compressors }, pretendLimio({ listOffers: () => Response.json({ items }) }));
  const read = async (query: string) => {
    const answer = await get(`/offers${query}`, { 'accept-encoding': 'gzip' });
    return ((await answer.json()) as { offers: unknown[] }).offers.length;
  };
  for (const country of ['FR', 'GB', 'UK', 'US', 'QQ']) expect(await read(`?country=${country}`)).toBe(19);
  expect(compressed).toBe(1);
  expect([await read('?country=DE'), await read(''), await read('?label=none')]).toEqual([20, 20, 0]);
  expect(compressed).toBe(3);
  const some = items.slice(1).map((_, n) => `path=/offers2/Plan ${n + 1}`);
  for (const other of ['', '&path=/offers2/None', `&path=${'x'.repeat(5000)}`, `&${some[0]}`])
    expect(await read(`?${some.join('&')}${other}`)).toBe(19);
  expect(compressed).toBe(4);
  expect(await read('?path=/offers2/None')).toBe(0);
});

const twenty = () =>
  pretendLimio({
    listOffers: () => Response.json({ items: Array.from({ length: 20 }, (_, n) => item(`Plan ${n}`)) }),
  });

const ASKS = { 'accept-encoding': 'gzip' };

test('a list that cannot be compressed goes as it is, and is tried again', async () => {
  let isFull = true;
  const compressors: Compressors = {
    gzip: async (bytes) => {
      if (isFull) throw new RangeError('There is no memory.');
      return bytes;
    },
  };
  const { get } = setup({ compressors }, twenty());
  const encoding = async () => {
    const answer = await get('/offers', ASKS);
    expect([answer.status, ((await answer.json()) as { offers: object[] }).offers.length]).toEqual([200, 20]);
    return answer.headers.get('content-encoding');
  };
  expect(await encoding()).toBeNull();
  isFull = false;
  expect(await encoding()).toBe('gzip');
});

test('a compression that was stopped with the request that began it holds up nobody for good', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  let compressed = 0;
  // Workers stop what a request began once its caller has gone away, without a word.
  const compressors: Compressors = {
    gzip: (bytes) => (compressed++ ? Promise.resolve(bytes) : new Promise(() => {})),
  };
  const { get } = setup({ compressors, budget: 150 }, twenty());
  const encoding = async () => {
    const answer = await get('/offers', ASKS);
    await answer.arrayBuffer();
    return [answer.status, answer.headers.get('content-encoding')];
  };
  expect(await encoding()).toEqual([200, null]);
  vi.advanceTimersByTime(5001);
  expect(await encoding()).toEqual([200, 'gzip']);
  expect(compressed).toBe(2);
});

test('a function of Lambda hands out what is compressed in base64', async () => {
  const items = Array.from({ length: 20 }, (_, n) => item(`Plan ${n}`));
  const limio = pretendLimio({ listOffers: () => Response.json({ items }) });
  const answer = await lambdaHandler(setup({}, limio).backend)({
    rawPath: '/offers',
    headers: { 'accept-encoding': 'gzip' },
    requestContext: { domainName: new URL(HERE).host, http: { method: 'GET', sourceIp: '192.0.2.1' } },
  });
  expect(answer).toMatchObject({ isBase64Encoded: true, headers: { 'content-encoding': 'gzip' } });
  const text = gunzipSync(Buffer.from(answer.body, 'base64')).toString();
  expect(JSON.parse(text)).toMatchObject({ offers: expect.any(Array) as unknown });
});
