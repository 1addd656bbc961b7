import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { charge, limioItem } from './limio-reply.ts';

const read = (attributes: object, fields?: { data?: object; name?: undefined }) =>
  readCatalog([limioItem(attributes, fields)]).offers[0];
/** Fields an offer has, and fields it must not have. */
type Expected = { [Field in keyof Offer]?: Offer[Field] | undefined };

const file = (url: unknown, type: unknown = 'image/png') => ({ path: '/assets/x', name: 'x', type, url });

// prettier-ignore
const fields: Array<[behaviour: string, attributes: object, offer: Expected]> = [
  ['takes the display name',                           { display_name__limio: ' Pro ' },                                    { name: 'Pro' }],
  ['keeps markup in a name as text',                   { display_name__limio: 'Pro <img src=x onerror=alert(1)> R&D' },     { name: 'Pro <img src=x onerror=alert(1)> R&D' }],
  ['falls back to the name of the item',               { display_name__limio: ' ' },                                        { name: 'Acme Pro Monthly' }],
  ['reads the display price',                          { display_price__limio: '<p><s>€35</s> <strong>€29</strong></p>' },  { displayPrice: [{ text: '€35', style: 'struck' }, { text: ' ' }, { text: '€29', style: 'strong' }] }],
  ['adds a former price that is certain to the price', { display_price__limio: '<p><s>€35</s> <strong>€29</strong></p>' },  { price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 }, was: '35' } }],
  ['keeps both where text and charge disagree',        { display_price__limio: '<p>$800 / month</p>', price__limio: [charge({ value: '800', currencyCode: 'USD', repeat_interval_type: 'years' })] },
    { displayPrice: [{ text: '$800 / month' }], price: { amount: '800', currency: 'USD', interval: { unit: 'year', count: 1 } } }],
  ['leaves out an empty display price',                { display_price__limio: '<p><br></p>' },                             { displayPrice: undefined }],
  ['keeps placeholders for whoever draws the price',   { display_price__limio: '{{formattedPrice}} / month' },              { displayPrice: [{ text: '{{formattedPrice}} / month' }] }],
  ['leaves out placeholders nothing can fill',         { display_price__limio: '{{formattedPrice}} / month', price__limio: [] }, { displayPrice: undefined, price: undefined }],
  ['keeps words where there is no number',             { display_price__limio: 'Talk to us', price__limio: [charge({ value: '-' })] }, { displayPrice: [{ text: 'Talk to us' }], price: undefined }],
  ['reads the small print',                            { detailed_display_price__limio: '<p>Billed yearly</p><p>Cancel any time</p>' }, { smallPrint: [{ text: 'Billed yearly\nCancel any time' }] }],
  ['leaves out an empty small print',                  { detailed_display_price__limio: '<p><br></p>' },                    { smallPrint: undefined }],
  ['names further charges beside the price',           { detailed_display_price__limio: 'Plus tax', price__limio: [charge(), charge({ type: 'onetime', value: '50.00' })] }, { smallPrint: [{ text: 'Plus tax' }], price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 }, additional: [{ amount: '50.00' }] } }],
  ['reads a trial that the offer is marked as',        { offer_type__limio: 'Trial', price__limio: [charge({ value: '0.00', repeat_count: 1 }), charge()] }, { price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 }, intro: { amount: '0', duration: { unit: 'month', count: 1 } } } }],
  ['reads a trial by its flag',                        { trial__limio: true, price__limio: [charge({ value: '0.00', repeat_count: 1 }), charge()] }, { price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 }, intro: { amount: '0', duration: { unit: 'month', count: 1 } } } }],
  ['is not free without being marked as a trial',      { trial__limio: false, price__limio: [charge({ value: '0.00', repeat_count: 1 }), charge()] }, { price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 } } }],
  ['leaves the line to a merchant who wrote the price',   { display_price__limio: '€29 and €50 once', price__limio: [charge(), charge({ type: 'onetime', value: '50.00' })] }, { displayPrice: [{ text: '€29 and €50 once' }], smallPrint: undefined }],
  ['reads features from HTML',                         { offer_features__limio: '<ul><li>✅ a</li><li>b</li></ul>' },       { features: ['a', 'b'] }],
  ['puts footnotes of features into the small print',  { detailed_display_price__limio: 'Plus tax', offer_features__limio: '<p>a*</p><p>* In Europe</p>' }, { features: ['a*'], smallPrint: [{ text: 'Plus tax' }, { text: '\n* In Europe' }] }],
  ['reads features from a list',                       { offer_features: ['a', 5, '✔️ b'] },                                { features: ['a', 'b'] }],
  ['takes the list where the HTML is empty',           { offer_features__limio: '<p><br></p>', offer_features: ['a'] },     { features: ['a'] }],
  ['leaves out empty features',                        { offer_features__limio: '<ul><li></li></ul>' },                     { features: undefined }],
  ['takes the badge text',                             { badge_text__limio: 'Best', display_description__limio: 'For teams' }, { badge: 'Best', summary: 'For teams' }],
  ['takes a short description for a badge',            { display_description__limio: '<p>Most popular</p>', description__limio: '<p>All of it.</p><p>More</p>' }, { badge: 'Most popular', summary: 'All of it.' }],
  ['takes a long description for a summary',           { display_description__limio: 'For growing teams that share work' }, { badge: undefined, summary: 'For growing teams that share work' }],
  ['highlights the best value',                        { best_value__limio: true },                                         { highlighted: true }],
  ['does not highlight the others',                    { best_value__limio: false },                                        { highlighted: undefined }],
  ['reads the words on the button',                    { cta_text__limio: 'Buy now' },                                      { cta: 'Buy now' }],
  ['reads the group',                                  { group__limio: 'monthly' },                                         { group: 'monthly' }],
  ['has no group where it is empty',                   { group__limio: '' },                                                { group: undefined }],
  ['reads labels',                                     { label__limio: ['pro', '', 'digital'] },                            { labels: ['pro', 'digital'] }],
  ['reads one label',                                  { label__limio: 'pro' },                                             { labels: ['pro'] }],
  ['reads how many can be bought',                     { allow_multibuy__limio: true, default_quantity_options__limio: { quantity: 2, maximum_quantity: 9 } }, { quantity: { initial: 2, min: 1, max: 9, step: 1 } }],
  ['sells one where more are not allowed',             { allow_multibuy__limio: false, default_quantity_options__limio: { quantity: 2 } }, { quantity: undefined }],
  ['sells one where nothing is said',                  { default_quantity_options__limio: { quantity: 2 } },                { quantity: undefined }],
  ['reads the page meant for the offer',               { checkout__limio: { checkout_type: 'external', external_url: '/acme-checkout' } }, { page: '/acme-checkout' }],
  ['reads a page without its slash',                   { checkout__limio: { checkout_type: 'external', external_url: 'lf-checkout' } }, { page: '/lf-checkout' }],
  ['reads a page in another script as it is written',  { checkout__limio: { checkout_type: 'external', external_url: '/café' } }, { page: '/café' }],
  ['has no page for the standard checkout',            { checkout__limio: { checkout_type: 'standard', external_url: '/old' } }, { page: undefined }],
  ['leads to a checkout on another host',              { checkout__limio: { checkout_type: 'external', external_url: 'https://other.example/cart' } }, { page: undefined, href: 'https://other.example/cart' }],
  ['leads to no other kind of address',                { checkout__limio: { checkout_type: 'external', external_url: 'javascript:alert(1)' } }, { page: undefined, href: '//' }],
  ['has no page on another host without a scheme',     { checkout__limio: { checkout_type: 'external', external_url: '//other.example/cart' } }, { page: undefined, href: '//' }],
  ['has no page that is a script',                     { checkout__limio: { checkout_type: 'external', external_url: 'javascript:alert(1)' } }, { page: undefined }],
  ['has no page without an address',                   { checkout__limio: { checkout_type: 'external' } },                  { page: undefined, href: undefined }],
  ['reads countries',                                  { allowed_countries__limio: ['de', 'FR'] },                          { countries: ['DE', 'FR'] }],
  ['sells everywhere where no country is named',       { allowed_countries__limio: [] },                                    { countries: undefined }],
  ['reads dates',                                      { valid_date_range__limio: { from: '2026-01-01T00:00:00.000Z', to: '2026-12-31T23:59:59.000Z' } }, { from: '2026-01-01T00:00:00.000Z', until: '2026-12-31T23:59:59.000Z' }],
  ['passes over dates that are none',                  { valid_date_range__limio: { from: 'soon', to: null } },             { from: undefined, until: undefined }],
  ['shows what is sold online and elsewhere',          { sales_channel__limio: ['Online', 'ai'] },                          { path: '/offers2/Acme Pro' }],
];
test.for(fields)('%s', ([, attributes, offer]) => {
  const found = read(attributes);
  expect({ ...found }).toMatchObject(
    Object.fromEntries(Object.entries(offer).filter(([, value]) => value !== undefined)),
  );
  expect(
    Object.keys(offer).filter((key) => offer[key as keyof Expected] === undefined && key in found!),
  ).toEqual([]);
});

describe('image', () => {
  // prettier-ignore
  const images: Array<[behaviour: string, attachments: unknown, image: string | undefined]> = [
    ['takes the first image',                    [file('/a.pdf', 'application/pdf'), file('/b.png'), file('/c.png')], '/b.png'],
    ['accepts "image" alone as a type',          [file('/a', 'image')],                       '/a'],
    ['keeps spaces',                             [file('/public/1/pro icon.svg')],            '/public/1/pro icon.svg'],
    ['accepts https',                            [file('https://cdn.example.com/a.png')],     'https://cdn.example.com/a.png'],
    ['passes over what is unsafe to the next',   [file('javascript:alert(1)'), file('/b.png')], '/b.png'],
    ['refuses plain http',                       [file('http://cdn.example.com/a.png')],      undefined],
    ['refuses data',                             [file('data:image/svg+xml,<svg/>')],         undefined],
    ['refuses another host without a scheme',    [file('//evil.example/a.png')],              undefined],
    ['refuses a backslash',                      [file('/\\evil.example/a.png')],             undefined],
    ['refuses a tab that parsers drop',          [file('/\t/evil.example/a.png')],            undefined],
    ['refuses credentials',                      [file('https://user:pass@evil.example/a')],  undefined],
    ['has none among broken attachments',        [null, 5, 'x', {}, file(5)],                 undefined],
    ['has none without attachments',             undefined,                                   undefined],
  ];
  test.for(images)('%s', ([, attachments, image]) => {
    expect(read({}, { data: { attachments } })?.image).toBe(image);
  });
});

test('reads the price beside the attributes where they hold none', () => {
  const fields = { data: { price: [charge({ value: '5.00' })] } };
  expect(read({ price__limio: [] }, fields)?.price?.amount).toBe('5.00');
  expect(read({}, fields)?.price?.amount).toBe('29.00');
});

test('takes path, id, version and name from the item, not from what it was copied from', () => {
  expect(read({ display_name__limio: undefined })).toMatchObject({
    path: '/offers2/Acme Pro',
    id: '1'.repeat(40),
    version: '2'.repeat(40),
    name: 'Acme Pro Monthly',
  });
});

test('names an offer after its path where nothing else names it', () => {
  expect(read({ display_name__limio: undefined }, { name: undefined })?.name).toBe('Acme Pro');
});

test('reads an offer whose products are plain paths', () => {
  const attributes = { display_name__limio: 'Pro' };
  expect(read({}, { data: { products: ['/products/Acme'], attributes } })?.name).toBe('Pro');
});

test.for([undefined, null, [], 'x', 5])('reads an offer whose attributes are %j', (attributes) => {
  expect(read({}, { data: { attributes } })).toMatchObject({
    path: '/offers2/Acme Pro',
    name: 'Acme Pro Monthly',
  });
});

test('survives any value in any attribute', () => {
  const names = [...new Set(fields.flatMap(([, attributes]) => Object.keys(attributes)))];
  // A list of channels without "Online" hides the offer, as it must.
  const attribute = fc.constantFrom(...names.filter((name) => name !== 'sales_channel__limio'));
  fc.assert(
    fc.property(fc.dictionary(attribute, fc.jsonValue({ maxDepth: 4 })), (attributes) => {
      expect(read(attributes)?.path).toBe('/offers2/Acme Pro');
    }),
    { numRuns: 1000 },
  );
});

test('survives any value within charges, tiers, quantities and files', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('1', 'months', 'onetime', 'EUR', '', '-'),
  );
  const broken = (sample: object) =>
    fc.record(Object.fromEntries(Object.keys(sample).map((key) => [key, value])));
  const charges = fc.array(
    fc.oneof(
      broken({ ...charge(), repeat_count: 0, delay_interval: 0, delay_interval_type: 0, tiers: 0 }),
      fc.record({
        ...Object.fromEntries(Object.entries(charge()).map(([k, v]) => [k, fc.constant(v)])),
        delay_interval: value,
        repeat_count: value,
        tiers: fc.array(broken({ price: 0, price_format: 0 })),
      }),
    ),
  );
  const quantities = broken({ quantity: 0, minimum_quantity: 0, maximum_quantity: 0, increment: 0 });
  fc.assert(
    fc.property(charges, quantities, fc.array(broken(file(''))), (price__limio, quantities, attachments) => {
      const attributes = {
        price__limio,
        allow_multibuy__limio: true,
        default_quantity_options__limio: quantities,
      };
      const offer = read({}, { data: { attributes, attachments } });
      expect(offer?.path).toBe('/offers2/Acme Pro');
      expect(offer?.quantity).toMatchObject({ min: expect.any(Number), max: expect.any(Number) });
    }),
    { numRuns: 1000 },
  );
});
