import { describe, expect, test } from 'vitest';
import { isWebAddress, pagePath, shopOrigin } from '../../src/core/link/shop.ts';

describe('pagePath', () => {
  // prettier-ignore
  const paths: Array<[behaviour: string, page: string, path: string]> = [
    ['keeps a path',                              '/checkout',            '/checkout'],
    ['adds the leading slash',                    'cart',                 '/cart'],
    ['keeps folders',                             '/fr/caisse',           '/fr/caisse'],
    ['keeps a slash at the end',                  '/checkout/',           '/checkout/'],
    ['keeps dots, dashes, tildes inside a name',  '/v1.2/my-page_~x',     '/v1.2/my-page_~x'],
    ['escapes letters of other scripts',          '/café/結帳',           '/caf%C3%A9/%E7%B5%90%E5%B8%B3'],
  ];
  test.for(paths)('%s', ([, page, path]) => {
    expect(pagePath(page)).toBe(path);
  });

  // prettier-ignore
  const refusals: Array<[behaviour: string, page: string]> = [
    ['nothing',                       ''],
    ['a slash alone',                 '/'],
    ['two slashes',                   '//evil.test'],
    ['two slashes inside',            '/a//b'],
    ['a backslash',                   '/\\evil.test'],
    ['an address',                    'https://evil.test'],
    ['a host behind an @',            '@evil.test'],
    ['a port',                        ':80'],
    ['a script',                      'javascript:alert(1)'],
    ['a path that climbs',            '/a/../../b'],
    ['a path that climbs, escaped',   '/%2e%2e/b'],
    ['a hidden name',                 '/.git'],
    ['a query',                       '/checkout?x=1'],
    ['a fragment',                    '/checkout#x'],
    ['a space',                       '/my page'],
    ['a line break',                  '/check\nout'],
    ['a line break at the end',       '/checkout\n'],
    ['markup',                        '/<b>'],
    ['what was never filled in',      'undefined'],
    ['what is not there',             '/null'],
    ['an object',                     '[object Object]'],
    ['a placeholder',                 '/{{ page }}'],
    ['no number',                     '/checkout/NaN'],
  ];
  test.for(refusals)('refuses %s', ([, page]) => {
    expect(() => pagePath(page)).toThrow(expect.objectContaining({ code: 'page_invalid' }));
  });

  test('answers to a long hostile page at once', () => {
    const started = performance.now();
    expect(() => pagePath(`/${'a'.repeat(100_000)}?`)).toThrow();
    expect(() => pagePath(`${'a/'.repeat(50_000)}?`)).toThrow();
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('shopOrigin', () => {
  // prettier-ignore
  const refusals: Array<[behaviour: string, shop: string]> = [
    ['a port out of range',             'shop.example.com:99999'],
    ['http on a private network',       'http://192.168.0.1'],
    ['http on a name with "localhost"', 'http://notlocalhost'],
    ['a blob',                          'blob:https://shop.example.com'],
    ['a query that is empty',           'https://shop.example.com/?'],
    ['two hosts',                       'shop.example.com shop2.example.com'],
    ['a name without a dot',            'acme'],
    ['what was never filled in',        'undefined'],
    ['a placeholder of a template',     '{{shop}}'],
    ['a variable of a shell',           '${SHOP}'],
    ['a variable of Windows',           '%SHOP%'],
    ['a pattern',                       '*.example.com'],
    ['a pattern behind https',          'https://*.example.com'],
    ['a comma at the end',              'shop.example.com,'],
    ['a dot at the end',                'shop.example.com.'],
    ['two dots',                        'shop..example.com'],
    ['an underscore',                   'my_shop.example.com'],
    ['its quotes',                      '"shop.example.com"'],
    ['an address in its quotes',        "'https://shop.example.com'"],
    ['a sign of many',                  'shop.example.com;'],
    ['an address of no name',           'https://[2001:db8::1]'],
  ];
  test.for(refusals)('refuses %s', ([, shop]) => {
    expect(() => shopOrigin(shop)).toThrow(expect.objectContaining({ code: 'shop_invalid' }));
  });
});

// prettier-ignore
const shops: Array<[shop: string, origin: string]> = [
  ['münchen.example',            'https://xn--mnchen-3ya.example'],
  ['a-b.c--d.example.co.uk',     'https://a-b.c--d.example.co.uk'],
  ['https://192.0.2.7:8443',     'https://192.0.2.7:8443'],
  ['localhost:8443',             'https://localhost:8443'],
  ['http://[::1]:3000',          'http://[::1]:3000'],
];
test.for(shops)('takes %s for a shop', ([shop, origin]) => {
  expect(shopOrigin(shop)).toBe(origin);
});

test('answers to a long shop at once', () => {
  const started = performance.now();
  expect(() => shopOrigin(`${'a-'.repeat(20_000)}_`)).toThrow();
  expect(performance.now() - started).toBeLessThan(500);
});

describe('isWebAddress', () => {
  // prettier-ignore
  const addresses: Array<[address: string, isOne: boolean]> = [
    ['https://shop.example.com',        true],
    ['http://localhost:1',              true],
    ['http://shop.localhost',           true],
    ['http://127.0.0.1',                true],
    ['http://[::1]:3000',               true],
    ['http://shop.example.com',         false],
    ['http://127.0.0.1.evil.test',      false],
    ['http://localhost.evil.test',      false],
    ['ftp://localhost',                 false],
    ['ws://localhost',                  false],
    ['data:text/plain,x',               false],
    ['blob:https://shop.example.com/x', false],
  ];
  test.for(addresses)('%s: %s', ([address, isOne]) => {
    expect(isWebAddress(new URL(address))).toBe(isOne);
  });
});
