import { describe, expect, test } from 'vitest';
import { atWork } from '../setup/in-time.ts';
import { limioBackend } from '../../src/server/backend.ts';
import { pretendLimio } from './pretend-limio.ts';
import { checkout, HERE, optionsFor, ORIGIN, outcome, setup } from './setup.ts';

describe('the gate', () => {
  // prettier-ignore
  const origins: Array<[behaviour: string, origin: string | undefined]> = [
    ['refuses a POST without an origin',       undefined],
    ['refuses the origin of a sandboxed frame', 'null'],
    ['refuses another origin',                 'https://evil.test'],
    ['refuses a longer host',                  `${ORIGIN}.evil.test`],
    ['refuses a host that ends like ours',     'https://evil-www.example.com'],
    ['refuses another scheme',                 'http://www.example.com'],
    ['refuses another port',                   `${ORIGIN}:8443`],
    ['refuses capitals',                       'https://WWW.example.com'],
    ['refuses a list of two',                  `${ORIGIN}, https://evil.test`],
    ['refuses a path behind the origin',       `${ORIGIN}/`],
    ['refuses an empty origin',                ''],
  ];
  test.for(origins)('%s', async ([, origin]) => {
    const { ask, limio } = setup();
    const isRead: string[] = [];
    const body = new ReadableStream({ pull: () => void isRead.push('pulled') }, { highWaterMark: 0 });
    const headers = { 'content-type': 'application/json', ...(origin !== undefined && { origin }) };
    const response = await ask('/checkouts', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.headers.get('access-control-allow-origin')).toBe(null);
    expect(await outcome(response)).toBe('403 origin_denied');
    expect(isRead).toEqual([]);
    expect(limio.calls).toEqual([]);
  });

  test('lets a page read why it was refused', async () => {
    const { post } = setup();
    const response = await post('{');
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(response.headers.get('vary')).toBe('origin');
    const body = (await response.json()) as { requestId: string };
    expect(Object.keys(body)).toEqual(['code', 'requestId']);
    expect(response.headers.get('x-request-id')).toBe(body.requestId);
  });

  // prettier-ignore
  const readers: Array<[who: string, headers: Record<string, string>]> = [
    ['the site itself and servers, which send no origin', {}],
    ['a page on the list',                                { origin: ORIGIN }],
    ['any other page',                                    { origin: 'https://other.example.com' }],
    ['a sandboxed frame',                                 { origin: 'null' }],
  ];
  test.for(readers)('shows offers to %s, with one answer for all of them', async ([, headers]) => {
    const response = await setup().get('/offers', headers);
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    // Encodings are few; pages are many.
    expect(response.headers.get('vary')).toBe('accept-encoding');
  });

  test('lets no page read how the backend is', async () => {
    const response = await setup().get('/health/ready');
    expect(response.headers.get('access-control-allow-origin')).toBe(null);
  });

  test('lets a page ask for the offers only if they have changed', async () => {
    const response = await setup().ask('/offers', { method: 'OPTIONS', headers: { origin: ORIGIN } });
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type, if-none-match');
  });

  // prettier-ignore
  const preflights: Array<[behaviour: string, headers: Record<string, string>, status: number]> = [
    ['grants a preflight of a page on the list',            { origin: ORIGIN },                                                            204],
    ['refuses a preflight of any other page',               { origin: 'https://evil.test' },                                               403],
    ['does not repeat a header that is asked for',          { origin: ORIGIN, 'access-control-request-headers': 'x-evil' },                204],
    ['is not slowed down by 60 kB of headers asked for',    { origin: ORIGIN, 'access-control-request-headers': 'a,'.repeat(30_000) },     204],
  ];
  test.for(preflights)('%s', async ([, headers, status]) => {
    const { ask, limio } = setup();
    const { result: response, ms } = await atWork(() =>
      ask('/checkouts', {
        method: 'OPTIONS',
        headers: { 'access-control-request-method': 'POST', ...headers },
      }),
    );
    expect(ms).toBeLessThan(1000);
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-headers')).toBe(status === 204 ? 'content-type' : null);
    expect(limio.calls).toEqual([]);
  });

  // prettier-ignore
  const types: Array<[type: string | undefined, expected: string]> = [
    ['application/json',                        '200 ok'],
    ['application/json; charset=utf-8',         '200 ok'],
    ['Application/JSON;charset=UTF-8',          '200 ok'],
    [undefined,                                 '415 unsupported_media_type'],
    ['text/plain',                              '415 unsupported_media_type'],
    ['text/plain; application/json',            '415 unsupported_media_type'],
    ['application/x-www-form-urlencoded',       '415 unsupported_media_type'],
    ['multipart/form-data; boundary=x',         '415 unsupported_media_type'],
    ['application/jsonp',                       '415 unsupported_media_type'],
    ['application/json;',                       '200 ok'],
    ['application/json; charset=utf8',          '200 ok'],
    ["application/json; charset='UTF8'",        '200 ok'],
    ['application/json; odata.metadata=minimal; charset=utf-8', '200 ok'],
    ['application/json; charset=x',             '415 unsupported_media_type'],
    ['application/json; charset=utf-16',        '415 unsupported_media_type'],
    ['application/json, text/plain',            '415 unsupported_media_type'],
    ['application/json, application/json;charset=utf-8', '200 ok'],
    ['application/json; charset=us-ascii',      '200 ok'],
    ['application/json,',                       '415 unsupported_media_type'],
  ];
  test.for(types)('takes JSON alone: %s is %s', async ([type, expected]) => {
    const { ask, limio } = setup();
    const body = new TextEncoder().encode(JSON.stringify(checkout()));
    const headers = { origin: ORIGIN, ...(type !== undefined && { 'content-type': type }) };
    expect(await outcome(await ask('/checkouts', { method: 'POST', headers, body }))).toBe(expected);
    expect(limio.count('initiateCheckout')).toBe(expected.startsWith('200') ? 1 : 0);
  });

  test('takes a body whose encoding is none', async () => {
    for (const encoding of ['identity', 'Identity', 'identity, identity', ' ,identity'])
      expect(await outcome(await setup().post(checkout(), { 'content-encoding': encoding }))).toBe('200 ok');
  });

  test('refuses a compressed body, however small it is', async () => {
    for (const encoding of ['gzip', 'identity, gzip'])
      expect(await outcome(await setup().post(checkout(), { 'content-encoding': encoding }))).toBe(
        '415 unsupported_media_type',
      );
  });

  // prettier-ignore
  const paths: Array<[method: string, path: string, expected: string]> = [
    ['GET',    '/',                          '404 not_found'],
    ['GET',    '/offers/',                   '404 not_found'],
    ['GET',    '//offers',                   '404 not_found'],
    ['GET',    '/OFFERS',                    '404 not_found'],
    ['GET',    '/offers/../checkouts',       '405 method_not_allowed'],
    ['GET',    '/%2e%2e/offers%2f',          '404 not_found'],
    ['GET',    '/checkouts',                 '405 method_not_allowed'],
    ['DELETE', '/checkouts',                 '405 method_not_allowed'],
    ['POST',   '/offers',                    '405 method_not_allowed'],
    ['POST',   '/openapi.json',              '405 method_not_allowed'],
  ];
  test.for(paths)('knows its routes exactly: %s %s is %s', async ([method, path, expected]) => {
    const { ask, limio } = setup();
    expect(await outcome(await ask(path, { method, headers: { origin: ORIGIN } }))).toBe(expected);
    expect(limio.calls).toEqual([]);
  });

  test('names the methods a route knows', async () => {
    const { ask, get } = setup();
    expect((await get('/checkouts')).headers.get('allow')).toBe('POST, OPTIONS');
    expect((await ask('/offers', { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await ask('/health/live', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD');
  });

  test('can be mounted below a path', async () => {
    const { get } = setup({ basePath: '/limio' });
    expect((await get('/limio/offers')).status).toBe(200);
    expect((await get('/offers')).status).toBe(404);
  });

  test('makes links with the shop it was set up for, whatever the request says it is', async () => {
    const { backend } = setup();
    const body = JSON.stringify(checkout());
    const headers = {
      origin: ORIGIN,
      'content-type': 'application/json',
      host: 'evil.test',
      'x-forwarded-host': 'evil.test',
    };
    const response = await backend.fetch(
      new Request('https://evil.test/checkouts', { method: 'POST', headers, body }),
    );
    expect(await response.text()).toContain('"url":"https://shop.test/api/checkout/recover?');
  });
});

describe('limioBackend', () => {
  // prettier-ignore
  const unusable: Array<[behaviour: string, options: object, code: string, named: RegExp]> = [
    ['refuses to start without origins',           { origins: [] },                                'config',       /`origins` is empty/],
    ['refuses to start with none left in',         { origins: undefined },                         'config',       /`origins` is no list/],
    ['refuses an origin that is no list of one',   { origins: 'https://www.example.com' },         'config',       /`origins` is no list/],
    ['refuses to start for any origin',            { origins: ['*'] },                             'config',       /`origins` holds "\*"/],
    ['refuses an origin with a wildcard in it',    { origins: ['https://*.example.com'] },         'config',       /`origins`/],
    ['refuses the origin of sandboxed frames',     { origins: ['null'] },                          'config',       /`origins`/],
    ['refuses an origin with a path',              { origins: ['https://www.example.com/'] },      'config',       /`origins`/],
    ['refuses plain http beyond this machine',     { origins: ['http://www.example.com'] },        'config',       /`origins`/],
    ['refuses a shop that is not an origin',       { shop: 'http://shop.example.com' },            'shop_invalid', /shop/],
    ['refuses a page that names another host',     { page: '//evil.test' },                        'page_invalid', /page/],
    ['refuses a country that is not a code',       { country: 'Germany' },                         'config',       /`country`/],
    ['refuses an expiry of less than a minute',    { expiresAfter: { seconds: 59 } },              'config',       /`expiresAfter`/],
    ['refuses an expiry in two units',             { expiresAfter: { hours: 1, days: 1 } },        'config',       /`expiresAfter`/],
    ['refuses a limit that nothing is beyond',     { limits: { all: { points: NaN, seconds: 60 } } }, 'config',     /`limits` holds "all"/],
    ['refuses a limit of no time',                 { limits: { all: { points: 5, seconds: 0 } } }, 'config',        /`limits` holds "all"/],
    ['refuses a limit that it does not know',      { limits: { adress: { points: 5, seconds: 60 } } }, 'config',    /`limits` holds "adress".* address, /],
    ['refuses half a proxy',                       { proxies: 0.5 },                               'config',       /`proxies`/],
    ['refuses a base path without its slash',      { basePath: 'limio' },                          'config',       /`basePath`/],
    ['refuses a tenant that is not a host',        { limio: { tenant: 'http://limio.test', credentials: () => ({}) } }, 'config', /`tenant`/],
  ];
  test.for(unusable)('%s', ([, options, code, named]) => {
    const start = () => limioBackend({ ...optionsFor(pretendLimio()), ...options });
    expect(start).toThrow(expect.objectContaining({ code, message: expect.stringMatching(named) as string }));
  });

  test('can be handed out without its object', async () => {
    const { fetch } = setup().backend;
    expect((await fetch(new Request(`${HERE}/health/live`))).status).toBe(200);
  });
});
