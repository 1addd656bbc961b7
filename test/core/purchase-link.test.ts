import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LimioError } from '../../src/core/errors/limio-error.ts';
import { purchaseLink, readPurchaseLink, type PurchaseLink } from '../../src/core/link/purchase-link.ts';

const shop = 'https://shop.example.com';
const offers = ['/offers2/Pro'];

describe('purchaseLink', () => {
  // prettier-ignore
  const links: Array<[behaviour: string, link: Partial<PurchaseLink>, address: string]> = [
    ['sends one offer to the checkout page',          { },                                                    '/checkout?purchase=%2Foffers2%2FPro'],
    ['writes a space as %20, never as +',             { offers: ['/offers2/Pro Plan'] },                      '/checkout?purchase=%2Foffers2%2FPro%20Plan'],
    ['keeps a literal plus sign',                     { offers: ['/offers2/Propelus Pro+'] },                 '/checkout?purchase=%2Foffers2%2FPropelus%20Pro%2B'],
    ['escapes what would end the value early',        { offers: ['/offers2/A & B = 100%'] },                  '/checkout?purchase=%2Foffers2%2FA%20%26%20B%20%3D%20100%25'],
    ['sends a path that reads like a sentence',       { offers: ['/offers2/$75 for 52 weeks then $31.96'] },  '/checkout?purchase=%2Foffers2%2F%2475%20for%2052%20weeks%20then%20%2431.96'],
    ['sends a nested legacy path',                    { offers: ['/offers/Spring/Digital'] },                 '/checkout?purchase=%2Foffers%2FSpring%2FDigital'],
    ['escapes the apostrophe, as URL parsers do',     { offers: ["/offers2/Men's"] },                         '/checkout?purchase=%2Foffers2%2FMen%27s'],
    ['sends several offers in their order',           { offers: ['/offers2/B', '/offers2/A', '/offers2/B'] }, '/checkout?purchase=%2Foffers2%2FB&purchase=%2Foffers2%2FA&purchase=%2Foffers2%2FB'],
    ['sells by label',                                { offers: undefined, label: 'digital & print' },        '/checkout?purchase=true&label=digital%20%26%20print'],
    ['writes the promo code in capitals',             { promoCode: ' save20 ' },                              '/checkout?purchase=%2Foffers2%2FPro&pc=SAVE20'],
    ['lands on another page',                         { page: '/cart' },                                      '/cart?purchase=%2Foffers2%2FPro'],
    ['accepts a page without its slash',              { page: 'fr/caisse' },                                  '/fr/caisse?purchase=%2Foffers2%2FPro'],
    ['escapes letters of other scripts in a page',    { page: '/café' },                                      '/caf%C3%A9?purchase=%2Foffers2%2FPro'],
    ['escapes what chats take for markup',            { offers: ['/offers2/*Pro*_x_ ~(best)!'] },             '/checkout?purchase=%2Foffers2%2F%2APro%2A%5Fx%5F%20%7E%28best%29%21'],
    ['escapes a full stop that would end a sentence', { offers: ['/offers2/Pro v2.1 by A.'] },                '/checkout?purchase=%2Foffers2%2FPro%20v2.1%20by%20A%2E'],
    ['escapes full stops that would end a link',      { offers: ['/offers2/Pro..-*'] },                       '/checkout?purchase=%2Foffers2%2FPro%2E%2E-%2A'],
    ['carries campaign parameters',                   { carry: { utm_source: 'a b', gclid: 'x' } },           '/checkout?purchase=%2Foffers2%2FPro&utm_source=a%20b&gclid=x'],
  ];
  test.for(links)('%s', ([, link, address]) => {
    expect(purchaseLink({ shop, offers, ...link })).toBe(shop + address);
  });

  // prettier-ignore
  const shops: Array<[behaviour: string, shop: string, origin: string]> = [
    ['accepts a bare host',              'shop.example.com',           'https://shop.example.com'],
    ['accepts a trailing slash',         'https://shop.example.com/',  'https://shop.example.com'],
    ['accepts white space around it',    ' https://shop.example.com ', 'https://shop.example.com'],
    ['accepts a port',                   'shop.example.com:8443',      'https://shop.example.com:8443'],
    ['accepts capitals',                 'HTTPS://Shop.Example.COM',   'https://shop.example.com'],
    ['accepts http on this machine',     'http://localhost:5173',      'http://localhost:5173'],
    ['accepts http on a loopback name',  'http://shop.localhost:5173', 'http://shop.localhost:5173'],
    ['accepts http on a loopback number', 'http://127.0.0.1:5173',     'http://127.0.0.1:5173'],
  ];
  test.for(shops)('%s', ([, given, origin]) => {
    expect(purchaseLink({ shop: given, offers })).toBe(`${origin}/checkout?purchase=%2Foffers2%2FPro`);
  });

  // prettier-ignore
  const refusals: Array<[behaviour: string, link: Partial<PurchaseLink>, code: string]> = [
    ['refuses an empty shop',                         { shop: '' },                                        'shop_invalid'],
    ['refuses plain http',                            { shop: 'http://shop.example.com' },                 'shop_invalid'],
    ['refuses http on a look-alike of localhost',     { shop: 'http://localhost.evil.example' },           'shop_invalid'],
    ['refuses a script in place of the shop',         { shop: 'javascript:alert(1)' },                     'shop_invalid'],
    ['refuses a script that looks like an address',   { shop: 'javascript://shop.example.com/%0aalert(1)' }, 'shop_invalid'],
    ['refuses data in place of the shop',             { shop: 'data:text/html,x' },                        'shop_invalid'],
    ['refuses credentials',                           { shop: 'https://user:pass@shop.example.com' },      'shop_invalid'],
    ['refuses a port that hides another host',        { shop: 'https://shop.example.com:443@evil.example' }, 'shop_invalid'],
    ['refuses a port that is not a number',           { shop: 'https://shop.example.com:443.evil.example' }, 'shop_invalid'],
    ['refuses a shop with a path',                    { shop: 'https://shop.example.com/checkout' },       'shop_invalid'],
    ['refuses a shop with a query',                   { shop: 'https://shop.example.com?x' },              'shop_invalid'],
    ['refuses a page that names another host',        { page: '//evil.example' },                          'page_invalid'],
    ['refuses a page with a backslash',               { page: '/\\evil.example' },                         'page_invalid'],
    ['refuses a page that is an address',             { page: 'https://evil.example/checkout' },           'page_invalid'],
    ['refuses a page that would become a host',       { page: '@evil.example' },                           'page_invalid'],
    ['refuses a page that would become a port',       { page: ':80/x' },                                   'page_invalid'],
    ['refuses a page that climbs up',                 { page: '/../admin' },                               'page_invalid'],
    ['refuses a page that climbs up, escaped',        { page: '/%2e%2e/admin' },                           'page_invalid'],
    ['refuses a page with a query of its own',        { page: '/checkout?purchase=x' },                    'page_invalid'],
    ['refuses no offer',                              { offers: [] },                                      'offer_invalid'],
    ['refuses an empty path',                         { offers: [''] },                                    'offer_invalid'],
    ['refuses the root',                              { offers: ['/'] },                                   'offer_invalid'],
    ['refuses a bare name',                           { offers: ['Pro'] },                                 'offer_invalid'],
    ['refuses a path with a line break',              { offers: ['/offers2/Pro\nPlan'] },                  'offer_invalid'],
    ['refuses a path with a line break at its start', { offers: ['/\n'] },                                 'offer_invalid'],
    ['refuses half a character',                      { offers: ['/offers2/\ud83d'] },                     'offer_invalid'],
    ['refuses a path that was never filled in',       { offers: ['/offers2/undefined'] },                  'offer_invalid'],
    ['refuses a path with a placeholder',             { offers: ['/offers2/{{ plan }}'] },                 'offer_invalid'],
    ['refuses one bad path among good ones',          { offers: ['/offers2/A', 'B'] },                     'offer_invalid'],
    ['refuses a label with a control character',      { label: 'dig\0ital' },                              'label_invalid'],
    ['refuses what no browser passes on whole',       { offers: Array(80).fill('/offers2/A rather long name') }, 'link_too_long'],
  ];
  test.for(refusals)('%s', ([, link, code]) => {
    expect(() => purchaseLink({ shop, offers, ...link })).toThrow(
      expect.objectContaining({ name: 'LimioError', code, message: expect.stringMatching(/Use .+\.$/) }),
    );
  });

  test('never repeats a password that was pasted as part of the shop', () => {
    expect(() => purchaseLink({ shop: 'https://user:hunter2@shop.example.com', offers })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  // prettier-ignore
  const droppings: Array<[behaviour: string, link: Partial<PurchaseLink>, code: string]> = [
    ['a promo code with a parameter in it',  { promoCode: 'A&purchase=/x' },             'promo_invalid'],
    ['a promo code with markup',             { promoCode: '<b>SAVE</b>' },               'promo_invalid'],
    ['a promo code of a kilobyte',           { promoCode: 'A'.repeat(1000) },            'promo_invalid'],
    ['a promo code that was never filled in', { promoCode: 'undefined' },                'promo_invalid'],
    ['a page that was never filled in',      { page: 'undefined' },                      'page_invalid'],
    ['a page that holds a placeholder',      { page: '/{{page}}' },                      'page_invalid'],
    ['a page that is an object',             { page: '[object Object]' },                'page_invalid'],
    ['a parameter that would add an offer',  { carry: { purchase: '/offers2/Other' } },  'carry_invalid'],
    ['a parameter that would replace a code', { carry: { pc: 'OTHER' } },                'carry_invalid'],
    ['half a character in a parameter',      { carry: { utm_source: '\udc00' } },        'carry_invalid'],
    ['a parameter that is too long',         { carry: { utm_source: 'x'.repeat(2000) } }, 'carry_invalid'],
  ];
  test.for(droppings)('leaves out, and reports, %s', ([, link, code]) => {
    const warnings: LimioError[] = [];
    const href = purchaseLink({ shop, offers, ...link }, (warning) => warnings.push(warning));
    expect(href).toBe(`${shop}/checkout?purchase=%2Foffers2%2FPro`);
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
  });
});

describe('readPurchaseLink', () => {
  test('reads slashes that are not escaped', () => {
    expect(readPurchaseLink(`${shop}/cart?purchase=/offers2/Pro&pc=SAVE20&utm_source=x`)).toEqual({
      shop,
      page: '/cart',
      offers,
      promoCode: 'SAVE20',
      carry: { utm_source: 'x' },
    });
  });

  // prettier-ignore
  const pluses: Array<[behaviour: string, query: string, offers: string[]]> = [
    ['reads a plus as a space, as forms write it',      'purchase=/offers2/Pro+Plan',                     ['/offers2/Pro Plan']],
    ['reads a plus beside a space as a plus',           'purchase=/offers2/Propelus Pro+',                ['/offers2/Propelus Pro+']],
    ['reads a plus beside an escaped space as a plus',  'purchase=%2Foffers2%2FAmazing+%20100-149',       ['/offers2/Amazing+ 100-149']],
    ['reads a plus at the end as a plus',               'purchase=/offers2/Pro+',                         ['/offers2/Pro+']],
    ['reads an escaped plus as a plus',                 'purchase=/offers2/Pro%2B+Plan',                  ['/offers2/Pro+ Plan']],
    ['reads a plus at the start of a name as a plus',   'purchase=/offers2/+1',                           ['/offers2/+1']],
    ['reads a plus behind a plus as a plus',            'purchase=/offers2/C++Course',                    ['/offers2/C++Course']],
    ['decides for each offer by itself',                'purchase=/offers2/A+B&purchase=/offers2/C D+&x=a+b', ['/offers2/A B', '/offers2/C D+']],
  ];
  test.for(pluses)('%s', ([, query, offers]) => {
    expect(readPurchaseLink(`${shop}/checkout?${query}`)?.offers).toEqual(offers);
  });

  // prettier-ignore
  const others: Array<[behaviour: string, href: string]> = [
    ['a host that was never filled in', 'https://undefined/checkout?purchase=/offers2/Pro'],
    ['a host that is a placeholder', 'https://{{shop}}/checkout?purchase=/offers2/Pro'],
    ['another page of the shop',     `${shop}/pricing`],
    ['a relative path',              `${shop}/checkout?purchase=Pro`],
    ['a label link without a label', `${shop}/checkout?purchase=true`],
    ['plain http',                   'http://shop.example.com/checkout?purchase=/offers2/Pro'],
    ['a script',                     'javascript:alert(1)?purchase=/x'],
    ['nonsense',                     'not a link'],
    ['a broken escape in the page',  `${shop}/%E0%A4%A?purchase=/offers2/Pro`],
  ];
  test.for(others)('does not take %s for a purchase link', ([, href]) => {
    expect(readPurchaseLink(href)).toBeUndefined();
  });

  const wellFormed = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 30 })
    .filter((s) => !/[\p{Cc}\p{Cs}]/u.test(s));
  const path = wellFormed.map((s) => `/${s}`);
  const code = fc.stringMatching(/^[A-Z\d]{1,12}$/);
  const carry = fc.dictionary(fc.stringMatching(/^utm_[a-z]{1,8}$/), wellFormed, {
    maxKeys: 3,
    noNullPrototype: true,
  });
  const link = fc.record({ offers: fc.array(path, { minLength: 1, maxLength: 4 }), promoCode: code, carry });

  test('gives back exactly what was written, for any Unicode', () => {
    fc.assert(
      fc.property(link, ({ offers, promoCode, carry }) => {
        const href = purchaseLink({ shop, offers, promoCode, carry });
        const expected = {
          shop,
          page: '/checkout',
          offers,
          promoCode,
          ...(Object.keys(carry).length && { carry }),
        };
        expect(readPurchaseLink(href)).toEqual(expected);
        expect([...new URL(href).searchParams]).toHaveLength(offers.length + 1 + Object.keys(carry).length);
        expect(new URL(href).href).toBe(href);
      }),
    );
  });

  test('holds, after its address, only what survives a chat as it is, and the signs that part a query', () => {
    fc.assert(
      fc.property(link, (given) => {
        const href = purchaseLink({ shop, ...given, carry: { utm_source: given.promoCode } });
        expect(href.slice(shop.length)).toMatch(/^\/checkout\?([\w.%-]+=[a-zA-Z\d.%-]+&?)+$/);
        expect(href).toMatch(/[a-zA-Z\d-]$/);
      }),
    );
  });

  test('gives back any label', () => {
    fc.assert(
      fc.property(wellFormed, (label) => {
        expect(readPurchaseLink(purchaseLink({ shop, label }))).toEqual({ shop, page: '/checkout', label });
      }),
    );
  });
});
