import { expect, test } from 'vitest';
import type { Offer } from '../../src/core/offer/offer.ts';
import { answerUcp } from '../../src/ucp/answer-ucp.ts';
import { minorUnits } from '../../src/ucp/minor-units.ts';
import type { UcpProduct } from '../../src/ucp/product.ts';
import type { UcpTool } from '../../src/ucp/tools.ts';
import { PLANS, SHOP, shopOf } from '../agent/shop.ts';

const [starter, team] = PLANS as [Offer, Offer];
const meta = { 'ucp-agent': { profile: 'https://platform.example/profile.json' } };

/** An answer, as loosely as an agent reads it. */
interface Answer {
  ucp: { version: string; status: string };
  messages: unknown[];
  products: UcpProduct[];
  pagination: unknown;
  id: string;
  line_items: { item: { price: number } }[];
  continue_url: string;
}

const ask = async (name: UcpTool, input: object, offers: readonly Offer[] = PLANS) =>
  (await answerUcp(name, { meta, ...input }, shopOf(offers))) as Answer;

const titles = ({ products }: Answer) => products.map(({ title }) => title);

// prettier-ignore
const amounts: Array<[amount: string, currency: string, units: number]> = [
  ['29',     'EUR', 2900],
  ['29.5',   'USD', 2950],
  ['0.05',   'GBP', 5],
  ['4900',   'JPY', 4900],
  ['12.345', 'KWD', 12345],
  ['0.001',  'EUR', 1],
  ['9.990',  'EUR', 999],
  ['0',      'EUR', 0],
];
test.for(amounts)('%s %s are %s of the smallest unit, rounded up', ([amount, currency, units]) => {
  expect(minorUnits(amount, currency)).toBe(units);
});

test('a product says in words how often it is charged, as there is no field for it', async () => {
  const { ucp, products, pagination } = await ask('search_catalog', { catalog: { query: 'team' } });
  expect(ucp).toMatchObject({ version: '2026-08-25', status: 'success' });
  expect(pagination).toEqual({ has_next_page: false, total_count: 1 });
  const price = { amount: 2950, currency: 'EUR' };
  expect(products).toMatchObject([
    {
      id: team.path,
      title: 'Pro Team, €29.50 per month',
      price_range: { min: price, max: price },
      variants: [{ id: team.path, price, metadata: { billing: { price: '€29.50 per month' } } }],
    },
  ]);
  expect(products[0]!.description.plain).toContain('Shared projects');
});

// prettier-ignore
const searches: Array<[behaviour: string, catalog: object, found: RegExp[]]> = [
  ['without a query, all of them',                 {},                                            [/^Starter/, /^Pro Team/]],
  ['those with most of the words first',           { query: 'shared projects in starter' },       [/^Pro Team/, /^Starter/]],
  ['nothing where no word is known',               { query: 'shoes' },                            []],
  ['whole words alone',                            { query: 'tarte ro eam' },                     []],
  ['words beside signs, in any letters',           { query: 'TEAM! Mail-Support' },               [/^Starter/, /^Pro Team/]],
  ['from the start where a cursor is none of ours', { pagination: { limit: 1, cursor: '-1' } },   [/^Starter/]],
  ['by price',                                     { filters: { price: { max: 1000 } } },         [/^Starter/]],
  ['a page at a time',                             { pagination: { limit: 1, cursor: '1' } },     [/^Pro Team/]],
];
test.for(searches)('a search finds %s', async ([, catalog, found]) => {
  const names = titles(await ask('search_catalog', { catalog }));
  expect(names).toEqual(found.map((name) => expect.stringMatching(name) as string));
});

test('a long list is looked through a few times, however many ids are asked for', async () => {
  let read = 0;
  const offers = Array.from({ length: 500 }, (_, i) => ({
    ...starter,
    get path() {
      read++;
      return `/offers2/${i}`;
    },
  }));
  const ids = Array.from({ length: 48 }, (_, i) => `/made-up/${i}`);
  const found = await ask(
    'lookup_catalog',
    { catalog: { ids: ['/offers2/0', '/offers2/499', ...ids] } },
    offers,
  );
  expect(found.products.map(({ id }) => id)).toEqual(['/offers2/0', '/offers2/499']);
  expect(read).toBeLessThan(offers.length * 5);
});

test('what has no price in numbers, leads elsewhere, or is not sold there is no product', async () => {
  const offers = [
    starter,
    { ...starter, path: '/a', href: 'https://example.com/talk' },
    { path: '/b', name: 'B' },
  ];
  expect(titles(await ask('search_catalog', { catalog: {} }, offers))).toHaveLength(1);
  const french = { context: { address_country: 'fr' } };
  const german = { ...starter, countries: ['DE'] };
  expect(titles(await ask('search_catalog', { catalog: french }, [german]))).toEqual([]);
  const british = { context: { address_country: 'uk' } };
  const sold = { ...starter, countries: ['GB'] };
  expect(titles(await ask('search_catalog', { catalog: british }, [sold, german]))).toHaveLength(1);
});

test('a checkout continues at the purchase link, is found again by its id, and never completes', async () => {
  const items = [starter, team].map(({ path }) => ({ item: { id: path }, quantity: 1 }));
  const checkout = await ask('create_checkout', { checkout: { line_items: items } }, [
    starter,
    { ...team, page: undefined as never },
  ]);
  expect(checkout).toMatchObject({
    status: 'requires_escalation',
    currency: 'EUR',
    continue_url: `${SHOP}/checkout?purchase=%2Foffers2%2FStarter&purchase=%2Foffers2%2FPro%20Team%20%28Annual%29`,
    totals: [
      { type: 'subtotal', amount: 3850 },
      { type: 'total', amount: 3850 },
    ],
    ucp: { payment_handlers: {} },
  });
  expect(checkout.line_items.map(({ item }) => item.price)).toEqual([900, 2950]);
  const again = await ask('get_checkout', { id: checkout.id }, [
    starter,
    { ...team, page: undefined as never },
  ]);
  expect(again.continue_url).toBe(checkout.continue_url);
});

const dollars: Offer = { path: '/usd', name: 'D', price: { amount: '1', currency: 'USD' } };
// prettier-ignore
const refusals: Array<[behaviour: string, tool: UcpTool, input: object, code: string]> = [
  ['an item that is not on sale', 'create_checkout', { checkout: { line_items: [{ item: { id: '/nope' } }] } }, 'not_found'],
  ['items of two currencies',     'create_checkout', { checkout: { line_items: [{ item: { id: starter.path } }, { item: { id: '/usd' } }] } }, 'not_found'],
  ['no item',                     'create_checkout', { checkout: { line_items: [] } }, 'invalid_request'],
  ['an unknown product',          'get_product',     { catalog: { id: '/nope' } },     'not_found'],
  ['a checkout of nobody',        'get_checkout',    { id: '%%%' },                    'not_found'],
  ['a checkout that is forged',   'get_checkout',    { id: btoa('{"a":1}') },          'not_found'],
  ['no arguments',                'search_catalog',  {},                               'invalid_request'],
];
test('arguments that do not fit are named, their values are not', async () => {
  const checkout = { line_items: [{ item: { id: 5 }, quantity: 'secret' }] };
  expect((await ask('create_checkout', { checkout })).messages).toMatchObject([
    {
      content:
        'These do not fit the schema of create_checkout: checkout.line_items.0.item.id, checkout.line_items.0.quantity.',
    },
  ]);
});

test.for(refusals)('%s is refused as UCP refuses', async ([, tool, input, code]) => {
  const { ucp, messages, continue_url } = await ask(tool, input, [...PLANS, dollars]);
  expect(ucp.status).toBe('error');
  expect(messages).toMatchObject([{ type: 'error', code, content: expect.stringMatching(/\.$/) as string }]);
  expect(continue_url).toBeUndefined();
});
