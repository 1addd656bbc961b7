import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import { offer as offerOnTheWire } from '../../src/contract/offers.ts';
import { LimioError } from '../../src/core/errors/limio-error.ts';
import { limioItem, limioReply } from './limio-reply.ts';

const slim = { path: '/offers2/Basic', name: 'Basic' };
const raw = limioItem();
const addOn = limioItem({}, { path: '/add_ons/Seat' });
const paths = (document: unknown) => readCatalog(document).offers.map(({ path }) => path);

describe('readCatalog', () => {
  // prettier-ignore
  const shapes: Array<[behaviour: string, document: unknown, paths: string[]]> = [
    ['reads a reply of Limio',                        limioReply([raw]),                                                      ['/offers2/Acme Pro']],
    ['reads the older envelope',                      { hits: 1, header: { commitId: '1' }, items: [raw] },                   ['/offers2/Acme Pro']],
    ['reads an empty reply',                          limioReply([]),                                                         []],
    ['reads the items of a reply alone',              [raw],                                                                  ['/offers2/Acme Pro']],
    ['reads our document',                            { offers: [slim] },                                                     ['/offers2/Basic']],
    ['reads an array of our offers',                  [slim],                                                                 ['/offers2/Basic']],
    ['reads an empty array',                          [],                                                                     []],
    ['reads shapes that mix',                         limioReply([slim, raw]),                                                ['/offers2/Basic', '/offers2/Acme Pro']],
    ['passes over add-ons by path',                   limioReply([addOn, raw]),                                               ['/offers2/Acme Pro']],
    ['passes over add-ons by a path with a hyphen',  limioReply([limioItem({}, { path: '/add-ons/Seat' }), raw]),             ['/offers2/Acme Pro']],
    ['passes over add-ons by record type',            limioReply([limioItem({}, { path: '/x', data: { record_type: 'add_on' } }), raw]), ['/offers2/Acme Pro']],
    ['passes over other records of the catalogue',    limioReply([limioItem({}, { path: '/x', record_type: 'discount' }), raw]), ['/offers2/Acme Pro']],
    ['passes over an asset',                          limioReply([{ path: '/assets/logo', type: 'image/png', url: '/public/logo.png' }, raw]), ['/offers2/Acme Pro']],
    ['passes over an asset by record type',           limioReply([limioItem({}, { path: '/x', data: { record_type: 'asset' } }), raw]), ['/offers2/Acme Pro']],
    ['passes over a tag',                             limioReply([{ path: '/tags/pricing', name: 'pricing', data: {} }, raw]), ['/offers2/Acme Pro']],
    ['passes over an entitlement',                    limioReply([{ path: '/entitlements/Desk' }, raw]),                      ['/offers2/Acme Pro']],
    ['passes over a product in capitals',             limioReply([limioItem({}, { path: '/Products/Desk' }), raw]),           ['/offers2/Acme Pro']],
    ['passes over a page by its bare path',           { items: [{ path: '/about' }] },                                        []],
    ['passes over a page with its name',              { items: [{ path: '/fr/about', name: 'About' }, raw] },                 ['/offers2/Acme Pro']],
    ['reads an offer of no record type by its path',  [{ path: '/offers/Spring/Digital', data: { attributes: {} } }],         ['/offers/Spring/Digital']],
    ['reads an offer at an odd path by its record type', [{ path: '/plans/Pro', data: { record_type: 'offer' } }],            ['/plans/Pro']],
    ['reads an offer at an odd path by its price',    [{ path: '/Pro', price: { amount: '9', currency: 'EUR' } }],            ['/Pro']],
    ['hides what is not sold online',                 limioReply([limioItem({ sales_channel__limio: ['Salesforce', 'Partner'] })]), []],
    ['hides what is sold nowhere',                    limioReply([limioItem({ sales_channel__limio: [] })]),                  []],
    ['keeps offers outside their dates for whoever shows them', limioReply([limioItem({ valid_date_range__limio: { to: '2020-01-01' } })]), ['/offers2/Acme Pro']],
  ];
  test.for(shapes)('%s, without complaint', ([, document, expected]) => {
    expect(paths(document)).toEqual(expected);
    expect(readCatalog(document).dropped).toEqual([]);
  });

  // prettier-ignore
  const refusals: Array<[behaviour: string, document: unknown, message: RegExp]> = [
    ['refuses nothing',                     undefined,                                                  /: undefined\. Use/],
    ['refuses null',                        null,                                                       /: null\. Use/],
    ['refuses text',                        '<!doctype html>',                                          /: string\. Use/],
    ['refuses a number',                    5,                                                          /: number\. Use/],
    ['refuses an object without a list',    { items: {}, offers: 'x' },                                 /: object\. Use/],
    ['says that Limio answered with an error', { error: { message: 'Not found', code: 'NOTFOUND' } },   /: an answer with an `error`\. Use/],
  ];
  test.for(refusals)('%s', ([, document, message]) => {
    expect(() => readCatalog(document)).toThrow(
      expect.objectContaining({
        name: 'LimioError',
        code: 'invalid_response',
        message: expect.stringMatching(message),
      }),
    );
  });

  // prettier-ignore
  const bad: Array<[behaviour: string, entries: unknown[], names: RegExp]> = [
    ['names an entry that is no offer by its place',   [slim, 5],                                              /^Offer 2 of the list was left out: its path is none/],
    ['names an offer by its path',                     [slim, { path: 'Basic' }],                              /^Offer 2 of the list, "Basic", was left out: its path is none/],
    ['never takes the path of an older offer',         [slim, limioItem({}, { path: undefined })],             /^Offer 2 of the list was left out: its path is none/],
    ['drops a path that cannot be linked',             [slim, limioItem({}, { path: '/offers2/a\nb' })],       /^Offer 2 of the list, "\/offers2\/a\\nb", was left out/],
    ['drops the folder of all offers',                 [slim, limioItem({}, { path: '/offers2/' })],           /^Offer 2 of the list, "\/offers2\/", was left out: its path is none/],
    ['drops it with a price and more slashes',         [slim, { path: '/offers2//', price: '9 EUR' }],         /^Offer 2 of the list, "\/offers2\/\/", was left out: its path is none/],
    ['drops a name of nothing that is seen',           [slim, { path: '/Offers/ \u200b' }],                    /^Offer 2 of the list, "\/Offers\/ \u200b", was left out: its path is none/],
    ['drops a name that is an escaped blank',          [slim, { path: '/offers2/%20', price: '9 EUR' }],       /^Offer 2 of the list, "\/offers2\/%20", was left out: its path is none/],
    ['drops a query without a name',                   [slim, limioItem({}, { path: '/offers2/?' })],          /^Offer 2 of the list, "\/offers2\/\?", was left out: its path is none/],
    ['keeps the first of two with one path',           [slim, { ...slim, name: 'Copy' }],                      /^Offer 2 of the list, "\/offers2\/Basic", was left out: its path is in the list already/],
  ];
  test.for(bad)('%s, and keeps the others', ([, entries, names]) => {
    const { offers, dropped } = readCatalog([...entries, raw]);
    expect(offers.map(({ name }) => name)).toEqual(['Basic', 'Pro']);
    expect(dropped).toEqual([expect.any(LimioError)]);
    expect(dropped[0]).toMatchObject({ code: 'offer_unreadable', message: expect.stringMatching(names) });
  });

  // prettier-ignore
  const rest: Array<[behaviour: string, fields: object, catalog: object]> = [
    ['says when the list was made',        { asOf: '2026-11-21T10:00:00Z', stale: true },  { asOf: '2026-11-21T10:00:00Z', stale: true }],
    ['passes over a date that is none',    { asOf: 'yesterday', stale: 'yes' },            {}],
    ['passes over where the list goes on', { queryMore: { from: 50, alias: 'a', x: 1 } },  {}],
  ];
  test.for(rest)('%s', ([, fields, catalog]) => {
    expect(readCatalog(limioReply([], fields))).toEqual({ offers: [], dropped: [], ...catalog });
  });

  test('leaves no trace in the prototypes of a hostile list', () => {
    const hostile = JSON.parse(
      '[{"path":"/offers2/a","__proto__":{"hit":1},"data":{"__proto__":{"hit":1},"attributes":{"__proto__":{"hit":1},"constructor":{"prototype":{"hit":1}}}}}]',
    );
    expect(readCatalog(hostile).offers).toEqual([{ path: '/offers2/a', name: 'a' }]);
    expect('hit' in {}).toBe(false);
  });

  test('reads any list without throwing', () => {
    const entry = fc.oneof(fc.jsonValue(), fc.record({ path: fc.jsonValue(), data: fc.jsonValue() }));
    fc.assert(
      fc.property(fc.array(entry), (items) => {
        const { offers, dropped } = readCatalog({ items });
        expect(offers.length + dropped.length).toBeLessThanOrEqual(items.length);
      }),
    );
  });

  test('gives offers that the backend may send as they are', () => {
    const html = fc.constantFrom(
      '<p>€29</p>',
      '<s>€35</s> <b>€29</b>',
      '<ul><li>a</li></ul>',
      '<br>',
      '',
      'Most popular',
      '{{amount}}',
    );
    const names = [
      'display_price__limio',
      'detailed_display_price__limio',
      'offer_features__limio',
      'badge_text__limio',
      'description__limio',
    ];
    fc.assert(
      fc.property(fc.record(Object.fromEntries(names.map((name) => [name, html]))), (attributes) => {
        const [offer] = readCatalog([limioItem({ ...attributes, allow_multibuy__limio: true })]).offers;
        expect(offerOnTheWire.parse(offer)).toEqual(offer);
      }),
    );
  });
});
