import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { checkoutRequest } from '../../src/contract/checkout.ts';
import { STATUS } from '../../src/contract/failure.ts';
import { postCheckout, type Order } from '../../src/controllers/post-checkout.ts';
import { HOSTILE_LINKS } from '../core/hostile-links.ts';
import { bodyOf, opened, refused, signed } from '../element/assist-fixtures.ts';
import { serve, shop } from '../element/fixtures.ts';

const order: Order = { items: [{ path: '/offers2/A' }], customer: { email: 'a@b.example' } };

const post = (signal = new AbortController().signal, more: Partial<Order> = {}) =>
  postCheckout({ backend: 'https://offers.example.com', shop, order: { ...order, ...more } }, signal);

afterEach(() => {
  vi.useRealTimers();
});

test('answers with the signed link, exactly as it came', async () => {
  serve(() => opened());
  expect(await post()).toMatchObject({ url: signed() });
});

// prettier-ignore
const outcomes: Array<[what: string, given: object, read: object]> = [
  ['a code that holds',           { promo: 'applied' },               { promo: 'applied' }],
  ['a code that was refused',     { promo: 'refused' },               { promo: 'refused' }],
  ['a code that may hold',        { promo: 'unknown' },               { promo: 'unknown' }],
  ['an outcome nobody knows',     { promo: '<b>free</b>' },           { promo: undefined }],
  ['how long the basket is kept', { expiresAt: '2026-11-21T18:00Z' }, { expiresAt: '2026-11-21T18:00Z' }],
  ['an instant that is none',     { expiresAt: 'soon' },              { expiresAt: undefined }],
  ['a number in place of one',    { expiresAt: 17 },                  { expiresAt: undefined }],
];
test.for(outcomes)('tells %s', async ([, given, read]) => {
  serve(() => Response.json({ url: signed(), ...given }));
  expect(await post()).toMatchObject(read);
});

describe('a challenge', () => {
  const solve = (challenge: Promise<string>) =>
    postCheckout({ backend: '/api', shop, order, challenge }, new AbortController().signal);

  test('is waited for, and its answer goes along', async () => {
    const calls = serve(() => opened());
    let give = (_: string) => {};
    const outcome = solve(new Promise((resolve) => (give = resolve)));
    expect(calls).toEqual([]);
    give('token');
    expect(await outcome).toMatchObject({ url: signed() });
    expect(bodyOf(calls[0]!)).toMatchObject({ challenge: 'token' });
  });

  // prettier-ignore
  const without: Array<[what: string, challenge: () => Promise<string>]> = [
    ['is refused', () => Promise.reject(new Error('blocked'))],
    ['is empty',   () => Promise.resolve('')],
    ['is no text', () => Promise.resolve({} as string)],
  ];
  test.for(without)(
    'whose answer %s costs the filled-in checkout, and nothing is sent',
    async ([, challenge]) => {
      const calls = serve(() => opened());
      expect(await solve(challenge())).toMatchObject({ error: { code: 'challenge_failed' }, fields: [] });
      expect(calls).toEqual([]);
    },
  );

  test('that takes too long is given up within the time for all', async () => {
    vi.useFakeTimers();
    const calls = serve(() => opened());
    const outcome = solve(new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await outcome).toMatchObject({ error: { code: 'timeout' } });
    expect(calls).toEqual([]);
  });
});

test('sends one request, in the documented shape, that no cache and no other host ever sees', async () => {
  const calls = serve(() => opened());
  await post();
  expect(calls).toHaveLength(1);
  const [{ url, init }] = calls as [(typeof calls)[0]];
  expect(url).toBe('https://offers.example.com/checkouts');
  expect(init).toMatchObject({
    method: 'POST',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'origin',
    headers: { 'content-type': 'application/json' },
  });
  expect(checkoutRequest.safeParse(bodyOf(calls[0]!)).error).toBeUndefined();
});

test("brings the cookies of the page's own site alone", async () => {
  const calls = serve(() => opened());
  await post();
  expect(calls[0]!.init.credentials).toBe('same-origin');
});

test('opens the answer to this very request', async () => {
  serve((call) => Response.json({ attemptId: bodyOf(call).attemptId, url: signed() }));
  expect(await post()).toMatchObject({ url: signed() });
});

test('makes an attempt id of 128 bits for each request, on pages without https, too', async () => {
  const { randomUUID } = crypto;
  onTestFinished(() => void Object.assign(crypto, { randomUUID }));
  Object.assign(crypto, { randomUUID: undefined });
  const calls = serve(() => opened());
  for (let n = 0; n < 20; n++) await post();
  const ids = calls.map((call) => bodyOf(call).attemptId);
  expect(new Set(ids).size).toBe(20);
  for (const id of ids) expect(id).toMatch(/^[\da-f]{32}$/);
});

describe('without a link, says why', () => {
  const json = (body: string, status = 200) => new Response(body, { status });
  // prettier-ignore
  const answers: Array<[what: string, answer: () => Response | Promise<Response>, code: string]> = [
    ['nobody answers the phone',      () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
    ['the connection breaks half-way', () => new Response(cutOff()),                        'network'],
    ['a web page',                    () => json('<!doctype html>'),                       'invalid_response'],
    ['a web page with an error',      () => json('<!doctype html>', 502),                  'invalid_response'],
    ['nothing',                       () => json(''),                                      'invalid_response'],
    ['no content',                    () => new Response(null, { status: 204 }),           'invalid_response'],
    ['null',                          () => json('null', 500),                             'invalid_response'],
    ['a text',                        () => json('"bad_request"', 400),                    'invalid_response'],
    ['a list',                        () => json('[]', 500),                               'invalid_response'],
    ['half of it',                    () => json('{"url":"https'),                         'invalid_response'],
    ['megabytes',                     () => new Response(endless()),                       'invalid_response'],
    ['a code of its own',             () => refused('teapot'),                             'invalid_response'],
    ['a code of ours, not of its',    () => refused('config'),                             'invalid_response'],
    ['a code that every object has',  () => refused('constructor'),                        'invalid_response'],
    ['that of another checkout',      () => json(JSON.stringify({ attemptId: 'a'.repeat(32), url: signed() })), 'invalid_response'],
    ['one with an id that is none',   () => json(JSON.stringify({ attemptId: 7, url: signed() })),   'invalid_response'],
    ['null in place of a link',       () => json('null'),                                  'link_refused'],
    ['no link',                       () => json('{}'),                                    'link_refused'],
    ['a list in place of a link',     () => json('[]'),                                    'link_refused'],
  ];
  test.for(answers)('for %s', async ([, answer, code]) => {
    serve(answer);
    expect(await post()).toMatchObject({ error: { code }, fields: [] });
  });

  test.for(Object.keys(STATUS))('as the backend does: %s', async (code) => {
    serve(() => refused(code, ['customer.email']));
    expect(await post()).toMatchObject({ error: { code }, fields: ['customer.email'] });
  });

  // prettier-ignore
  const fields: Array<[what: string, fields: unknown, read: string[]]> = [
    ['a text',          'customer.email',               []],
    ['nothing',         null,                           []],
    ['odd things',      [1, null, {}, 'customer.email'], ['customer.email']],
  ];
  test.for(fields)('with the fields that are fields: %s', async ([, given, read]) => {
    serve(() => Response.json({ code: 'bad_request', fields: given }, { status: 400 }));
    expect(await post()).toMatchObject({ error: { code: 'bad_request' }, fields: read });
  });
});

// An address that is sent as JSON arrives as a text, and as such it may be a good link.
test.for(HOSTILE_LINKS.filter(([, link]) => !(link instanceof URL)))('refuses %s', async ([, link]) => {
  serve(() => opened(link ?? null));
  expect(await post()).toMatchObject({ error: { code: 'link_refused' }, fields: [] });
});

describe('a page that changes how JSON is written', () => {
  /** No longer than it takes to send, as the test runner writes JSON, too. */
  const postWith = (prototype: object, key: string, value: unknown) => {
    Object.defineProperty(prototype, key, { value, configurable: true, enumerable: true });
    const outcome = post();
    delete (prototype as Record<string, unknown>)[key];
    return outcome;
  };
  function toText(this: unknown) {
    return String(this);
  }

  test('for lists, as old libraries do, costs the filled-in checkout and nothing is sent', async () => {
    const calls = serve(() => opened());
    expect(await postWith(Array.prototype, 'toJSON', toText)).toMatchObject({
      error: { code: 'config' },
      fields: [],
    });
    expect(calls).toEqual([]);
  });

  test('for everything costs it, too', async () => {
    const calls = serve(() => opened());
    expect(await postWith(Object.prototype, 'toJSON', () => null)).toMatchObject({
      error: { code: 'config' },
      fields: [],
    });
    expect(calls).toEqual([]);
  });

  test('by adding to all lists changes nothing', async () => {
    const calls = serve(() => opened());
    expect(await postWith(Array.prototype, 'first', () => undefined)).toMatchObject({ url: signed() });
    expect(bodyOf(calls[0]!)).toEqual({ ...order, attemptId: expect.any(String) as string });
  });
});

const bytes = (text: string) => new TextEncoder().encode(text);

const cutOff = () =>
  new ReadableStream({
    start(it) {
      it.enqueue(bytes('{"url":"https://'));
      it.error(new TypeError('network error'));
    },
  });

const endless = () =>
  new ReadableStream({
    start: (it) => it.enqueue(bytes('{"url":"')),
    pull: (it) => it.enqueue(bytes('x'.repeat(10_000))),
  });
