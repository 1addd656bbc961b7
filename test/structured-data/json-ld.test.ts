import Validator from '@adobe/structured-data-validator';
import type { Graph } from 'schema-dts';
import { describe, expect, test } from 'vitest';
import type { Offer } from '../../src/core/offer/offer.ts';
import { jsonLd, jsonLdScript } from '../../src/json-ld.ts';
import { describeOffers } from '../../src/structured-data/describe-offers.ts';

const shop = 'https://shop.example.com';
const month = { unit: 'month', count: 1 } as const;
const year = { unit: 'year', count: 1 } as const;
const link = (name: string, query = '') => `${shop}/checkout?purchase=%2Foffers2%2F${name}${query}`;

const offer = (name: string, rest: Partial<Offer> = {}): Offer => ({
  path: `/offers2/${name}`,
  name,
  price: { amount: '29.00', currency: 'EUR', interval: month },
  ...rest,
});

/** What is said of the one offer in a list. */
const described = (one: Offer) => jsonLd([one], { shop })['@graph'][0]?.offers[0];

const monthly = {
  '@type': 'UnitPriceSpecification',
  price: '29.00',
  priceCurrency: 'EUR',
  unitCode: 'MON',
  billingIncrement: 1,
  referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitCode: 'MON' },
};

test('a plan is a product, with an offer at its purchase link and the period it is billed for', () => {
  expect(jsonLd([offer('Pro', { summary: 'For two', image: '/pro.png' })], { shop })).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Product',
        name: 'Pro',
        description: 'For two',
        image: `${shop}/pro.png`,
        offers: [
          {
            '@type': 'Offer',
            url: link('Pro'),
            price: '29.00',
            priceCurrency: 'EUR',
            availability: 'https://schema.org/InStock',
            priceSpecification: [monthly],
          },
        ],
      },
    ],
  });
});

describe('a price', () => {
  test('of three months says so', () => {
    const price = { amount: '79', currency: 'EUR', interval: { unit: 'month', count: 3 } } as const;
    expect(described(offer('A', { price }))).toMatchObject({
      priceSpecification: [
        { unitCode: 'MON', billingIncrement: 3, referenceQuantity: { value: 3, unitCode: 'MON' } },
      ],
    });
  });

  test('that is paid once has no period', () => {
    expect(described(offer('A', { price: { amount: '9', currency: 'JPY' } }))).toMatchObject({
      price: '9',
      priceSpecification: [{ '@type': 'UnitPriceSpecification', price: '9', priceCurrency: 'JPY' }],
    });
  });

  test('before it was lower is said as struck', () => {
    const price = { amount: '29.00', currency: 'EUR', interval: month, was: '39.00' } as const;
    expect(described(offer('A', { price }))).toMatchObject({
      priceSpecification: [
        monthly,
        { price: '39.00', priceCurrency: 'EUR', priceType: 'https://schema.org/StrikethroughPrice' },
      ],
    });
  });

  test('that follows a trial begins when the trial has ended, and a fee beside it is a part of it', () => {
    const intro = { amount: '0', duration: { unit: 'month', count: 2 } } as const;
    const price = {
      amount: '29.00',
      currency: 'EUR',
      interval: month,
      intro,
      additional: [{ amount: '50' }],
    };
    expect(described(offer('A', { price }))).toMatchObject({
      price: '29.00',
      priceSpecification: [
        {
          '@type': 'CompoundPriceSpecification',
          priceComponent: [
            { price: '0', unitCode: 'MON', billingStart: 0, billingDuration: 2 },
            { ...monthly, billingStart: 2 },
            { price: '50', priceCurrency: 'EUR' },
          ],
        },
      ],
    });
  });

  test('that is the lowest of several is no more than that', () => {
    const price = { amount: '29.00', currency: 'EUR', interval: month, isFrom: true } as const;
    expect(described(offer('A', { price }))).toEqual({
      '@type': 'AggregateOffer',
      url: link('A'),
      lowPrice: '29.00',
      priceCurrency: 'EUR',
    });
  });
});

test('one plan at two intervals is one product', () => {
  const yearly = offer('Pro', {
    path: '/offers2/Pro year',
    price: { amount: '290', currency: 'EUR', interval: year },
  });
  const [product, ...others] = jsonLd([offer('Pro'), yearly], { shop })['@graph'];
  expect(others).toEqual([]);
  expect(product!.offers.map(({ url }) => url)).toEqual([link('Pro'), link('Pro%20year')]);
});

test('when, where and how many is said where it is known', () => {
  const known = offer('A', {
    from: '2020-01-01T00:00:00Z',
    until: '2999-12-31T22:00:00Z',
    countries: ['DE', 'AT'],
    quantity: { initial: 1, min: 1, max: 9, step: 1 },
  });
  expect(described(known)).toMatchObject({
    availabilityStarts: '2020-01-01T00:00:00.000Z',
    availabilityEnds: '2999-12-31T22:00:00.000Z',
    priceValidUntil: '2999-12-31',
    eligibleRegion: ['DE', 'AT'],
    eligibleQuantity: { minValue: 1, maxValue: 9 },
  });
});

test('an end at midnight is the end of the day before', () => {
  expect(described(offer('A', { until: '2999-12-01T00:00:00Z' }))).toMatchObject({
    availabilityEnds: '2999-12-01T00:00:00.000Z',
    priceValidUntil: '2999-11-30',
  });
});

test('an end in a year of five digits, which schema.org has no form for, is not said', () => {
  expect(described(offer('A', { until: '9999-12-31T23:59:59-05:00' }))).not.toHaveProperty('priceValidUntil');
});

// prettier-ignore
const leftOut: Array<[what: string, one: Offer, options?: { label?: string; country?: string }]> = [
  ['an offer without a price in numbers',     { path: '/offers2/A', name: 'A', displayPrice: [{ text: '€29' }] }],
  ['an offer that leads to a mail program',   offer('A', { href: 'mailto:a@example.com' })],
  ['an offer that would run something',       offer('A', { href: 'javascript:alert(1)' })],
  ['an offer that is not sold any more',      offer('A', { until: '2020-01-01' })],
  ['an offer that is not sold yet',           offer('A', { from: '2999-01-01' })],
  ['an offer without the label',              offer('A', { labels: ['x'] }), { label: 'y' }],
  ['an offer that is not sold in a country',  offer('A', { countries: ['DE'] }), { country: 'fr' }],
];
test.for(leftOut)('%s is left out', ([, one, options]) => {
  expect(jsonLd([one], { shop, ...options })['@graph']).toEqual([]);
  expect(jsonLdScript([one], { shop, ...options })).toBe('');
});

test('an image that is none of the web is left out', () => {
  expect(jsonLd([offer('A', { image: 'data:image/png,x' })], { shop })['@graph'][0]).not.toHaveProperty(
    'image',
  );
});

test('an offer of another shop is described with its own address', () => {
  expect(described(offer('A', { href: 'https://other.example.com/buy' }))).toMatchObject({
    url: 'https://other.example.com/buy',
  });
});

test('a page that an offer names wrongly does not cost it', () => {
  expect(described(offer('A', { page: '//evil.example.com' }))).toMatchObject({ url: link('A') });
});

test.for([
  ['shop_invalid', { shop: 'http://shop.example.com' }],
  ['page_invalid', { shop, page: '//evil.example.com' }],
] as const)('%s is told', ([code, options]) => {
  expect(() => jsonLd([], options)).toThrow(expect.objectContaining({ code }));
});

test('nothing in the script tag ends it early, and it says the same', () => {
  const hostile = offer('</script><!--<script>', { summary: '</SCRIPT >' });
  const html = jsonLdScript([hostile], { shop });
  expect(html.match(/<\/?script/gi)).toEqual(['<script', '</script']);
  expect(html).not.toContain('<!--');
  expect(JSON.parse(html.replace(/^<script[^>]*>|<\/script>$/g, ''))).toEqual(jsonLd([hostile], { shop }));
});

/** Everything that can be said, with the image that a product must have, for the validator of the rules that search engines name. */
const whole = [
  offer('Pro', { summary: 'For two', until: '2999-12-31' }),
  offer('Pro', {
    path: '/offers2/Pro year',
    price: { amount: '290.00', currency: 'EUR', interval: year, was: '348.00' },
  }),
  offer('Team', {
    price: { amount: '99', currency: 'USD', interval: month, intro: { amount: '0', duration: month } },
  }),
  offer('Campus', { price: { amount: '499', currency: 'GBP', isFrom: true } }),
].map((one) => ({ image: 'https://cdn.example.com/plan.png', ...one }));

test('the rules of search engines find no error in it', async () => {
  const issues = [];
  for (const product of jsonLd(whole, { shop })['@graph']) {
    const located = { ...product, '@location': '0,0' };
    issues.push(...(await new Validator().validate({ jsonld: { Product: [located] }, errors: [] })));
  }
  expect(issues.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
});

test('they would find one in what is wrong', async () => {
  const [product] = jsonLd(whole, { shop })['@graph'];
  const broken = {
    ...product,
    '@location': '0,0',
    name: undefined,
    offers: [{ '@type': 'Offer', price: 'cheap' }],
  };
  const issues = await new Validator().validate({ jsonld: { Product: [broken] }, errors: [] });
  expect(issues.filter(({ severity }) => severity === 'ERROR').length).toBeGreaterThan(0);
});

test('it is written in the words of schema.org', () => {
  // The compiler refuses a property or a value that the vocabulary does not have.
  const data: Graph = describeOffers(whole, ({ path }) => shop + path, shop);
  expect(data['@graph']).toHaveLength(3);
});
