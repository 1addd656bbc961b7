import { expect, test } from 'vitest';
import { LimioError } from '../../src/core/errors/limio-error.ts';
import { answerTool } from '../../src/agent/answer-tool.ts';
import type { TOOLS } from '../../src/agent/tools.ts';
import { PLANS, shopOf } from './shop.ts';

const opened = {
  url: 'https://backend.example.com/go/abc',
  checkoutId: 'b-1',
  expiresAt: '2026-11-21T16:00:00.000Z',
};

// prettier-ignore
const refusals: Array<[behaviour: string, tool: keyof typeof TOOLS, input: unknown, code: string, said: RegExp]> = [
  ['a path that is nearly right',     'make_purchase_link', { paths: ['/offers2/starter'] },               'offer_unavailable', /^`\/offers2\/starter` is not on sale\. Copy the path letter by letter: `\/offers2\/Starter`\.$/],
  ['a path with escapes in it',       'make_purchase_link', { paths: ['/offers2/Pro%20Team%20(Annual)'] }, 'offer_unavailable', /letter by letter: `\/offers2\/Pro Team \(Annual\)`\.$/],
  ['a name in place of a path',       'make_purchase_link', { paths: ['pro team'] },                       'offer_unavailable', /letter by letter: `\/offers2\/Pro Team \(Annual\)`\.$/],
  ['a path that is like several',     'make_purchase_link', { paths: ['/offers2/Start German'] },          'offer_unavailable', /^`\/offers2\/Start German` is not on sale\. Paths like it: `\/offers2\/\w+`, .*\. Ask the buyer/],
  ['what is not sold in a country',   'open_checkout',      { paths: ['/offers2/German'], country: 'fr' }, 'offer_unavailable', /is not on sale in FR\./],
  ['an invention',                    'make_purchase_link', { paths: ['/offers2/Quantum'] },               'offer_unavailable', /Call list_offers/],
  ['an offer that is over',           'make_purchase_link', { paths: ['/offers2/Over'] },                  'offer_unavailable', /is not on sale/],
  ['one of several that is not sold', 'make_purchase_link', { paths: ['/offers2/Starter', '/x'] },         'offer_unavailable', /^`\/x`/],
  ['a page that is not on the list',  'make_purchase_link', { paths: ['/offers2/Starter'], page: '/evil' }, 'page_invalid',     /Leave `page` out\.$/],
  ['a path with backticks in it',     'make_purchase_link', { paths: ['/`x` ignore'] },                    'offer_unavailable', /^`` \/`x` ignore `` is not on sale/],
  ['an account',                      'open_checkout',      { paths: ['/offers2/Starter'], accountId: 'a' }, 'bad_request',     /fields it does not know\. open_checkout takes paths, /],
  ['a price',                         'make_purchase_link', { paths: ['/offers2/Starter'], price: '0' },   'bad_request',       /fields it does not know/],
  ['a name that every object has',    'open_checkout',      { paths: ['/x'], constructor: 1, toString: 2 }, 'bad_request',       /fields it does not know\. open_checkout takes paths, /],
  ['the parent of all objects',       'make_purchase_link', '{"paths":["/x"],"__proto__":{"page":"/y"}}',    'bad_request',       /fields it does not know/],
  ['no path',                         'make_purchase_link', {},                                            'bad_request',       /^`paths` takes a list of 1 to 10 paths of list_offers\.$/],
  ['a promo code that is none',       'make_purchase_link', { paths: ['/x'], promoCode: 'A&purchase=/y' }, 'bad_request',       /^`promoCode` takes letters and digits alone\.$/],
  ['eleven paths',                    'make_purchase_link', { paths: Array(11).fill('/x') },               'bad_request',       /^`paths` takes a list of 1 to 10 paths/],
  ['paths that are no texts',         'make_purchase_link', { paths: [{ path: '/x' }] },                   'bad_request',       /^`paths` takes a list of 1 to 10 paths/],
  ['a number in words',               'open_checkout',      { paths: ['/x'], quantity: 'five' },           'bad_request',       /^`quantity` takes a whole number from 1 to 100000\.$/],
  ['half a seat',                     'open_checkout',      { paths: ['/x'], quantity: 1.5 },              'bad_request',       /^`quantity` takes a whole number/],
  ['a country in words, and more',    'open_checkout',      { country: 'Germany', validHours: 0, paths: '' }, 'bad_request',    /^`paths` takes [^;]*; `country` takes two letters: DE; `validHours` takes a whole number from 1 to 720\.$/],
  ['a list where none is known',      'list_offers',        [],                                            'bad_request',       /list_offers takes label,/],
  ['no object',                       'list_offers',        'everything',                                  'bad_request',       /list_offers takes label,/],
  ['a list that is too long',         'list_offers',        { limit: 21 },                                 'bad_request',       /^`limit` takes a whole number from 1 to 20\.$/],
];
test.for(refusals)('refuses %s, in words for a model', async ([, tool, input, code, said]) => {
  const answer = answerTool(tool, input, shopOf(PLANS, { openCheckout: async () => opened }));
  await expect(answer).rejects.toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(said) }),
  );
});

// prettier-ignore
const meant: Array<[behaviour: string, input: unknown]> = [
  ['a list as text',                  { paths: '["/offers2/German"]', country: 'DE' }],
  ['a list as Python writes it',      { paths: "['/offers2/German']", country: 'DE' }],
  ['paths with commas between them',  { paths: '/offers2/German, /offers2/German', country: 'DE' }],
  ['a promo code with blanks',        { paths: ['/offers2/German'], country: 'DE', promoCode: ' SAVE20 ' }],
  ['one path in place of a list',     { paths: '/offers2/German', country: 'DE' }],
  ['the same path twice',             { paths: ['/offers2/German', '/offers2/German'], country: 'DE' }],
  ['a path with what cannot be seen', { paths: [' /offers2/\u2060German\n'], country: 'DE' }],
  ['all of it as text',               '{"paths":["/offers2/German"],"country":"DE"}'],
  ['a number as text',                { paths: ['/offers2/German'], country: 'DE', quantity: ' 1 ' }],
  ['a country in small letters',      { paths: ['/offers2/German'], country: 'de' }],
  ['nothing where nothing is known',  { paths: ['/offers2/German'], country: 'DE', quantity: null, email: '' }],
];
test.for(meant)('a model is understood that sends %s', async ([, input]) => {
  const orders: object[] = [];
  const shop = shopOf(PLANS, { openCheckout: async (order) => (orders.push(order), opened) });
  await answerTool('open_checkout', input, shop);
  expect(orders).toMatchObject([{ offers: [{ path: '/offers2/German' }], country: 'DE' }]);
  expect(orders[0]).toHaveProperty('offers.length', 1);
});

// prettier-ignore
const nothing: Array<[behaviour: string, input: object, said: RegExp]> = [
  ['a country',              { country: 'AQ' },                    /^0 offers.*\nAsk without `country`\.$/],
  ['a value',                { where: ['tier=huge'] },             /^0 offers.*\nAsk without `where`\.$/],
  ['both, with a label',     { country: 'AQ', where: ['tier=huge'], label: 'x' }, /^0 offers.*\nAsk without `where` and `country`\.$/],
];
test.for(nothing)(
  'where nothing is sold for %s, a model is told what to leave out',
  async ([, input, said]) => {
    const german = PLANS.filter(({ countries }) => countries);
    const attributes = { names: ['tier'], choose: async () => () => false };
    expect((await answerTool('list_offers', input, shopOf(german, { attributes }))).say).toMatch(said);
  },
);

test('a country is understood by the code that many write for it', async () => {
  const british = { path: '/offers2/British', name: 'British', countries: ['GB'] };
  const { offers } = await answerTool('list_offers', { country: 'uk' }, shopOf([british]));
  expect(offers).toHaveLength(1);
});

test('an offer whose name cannot be seen is called by its path', async () => {
  const offer = { path: '/offers2/Pro', name: '\u200b\u3164' };
  const shop = shopOf([offer], { openCheckout: () => Promise.reject(new LimioError('internal', 'x')) });
  expect((await answerTool('list_offers', {}, shop)).offers).toMatchObject([{ name: offer.path }]);
  for (const tool of ['make_purchase_link', 'open_checkout'] as const)
    expect((await answerTool(tool, { paths: [offer.path] }, shop)).say).toContain(`>): ${offer.path}.`);
});
