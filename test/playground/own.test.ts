import { expect, test } from 'vitest';
import { offerOf, planOf, priceHint } from '../../demo/playground/own/plans.ts';
import { readPasted } from '../../demo/playground/own/read-pasted.ts';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';

const LINK = 'https://shop.example.com/checkout?purchase=%2Foffers2%2FPro%20Plan&pc=SAVE20';
const TEAM = 'https://shop.example.com/cart?purchase=%2Foffers2%2FTeam';

// prettier-ignore
const texts: Array<[what: string, text: string, names: string[], shop: string | undefined, promoCode: string | undefined]> = [
  ['a list of offers',         '[{"path":"/offers2/Pro","name":"Pro"}]',            ['Pro'],               undefined,                  undefined],
  ['a document with offers',   '{"offers":[{"path":"/offers2/Pro"}]}',              ['Pro'],               undefined,                  undefined],
  ['JSON from an editor',      '[{“path”: “/offers2/Pro”,}]',                       ['Pro'],               undefined,                  undefined],
  ['a link',                   LINK,                                                ['Pro Plan'],          'https://shop.example.com', 'SAVE20'],
  ['links, one a line',        `Pro: ${LINK}\n- Team – ${TEAM}\n`,                  ['Pro', 'Team'],       'https://shop.example.com', 'SAVE20'],
  ['links in Markdown',        `* [Pro, for teams](${LINK}) and [Team](${TEAM})`,   ['Pro, for teams', 'Team'], 'https://shop.example.com', 'SAVE20'],
  ['a mail around a link',     `Dear Ada,\nyou can buy it here: ${LINK}\nYours`,     ['you can buy it here'], 'https://shop.example.com', 'SAVE20'],
  ['a table',                  `\uFEFFPlan,Price\n"Pro, for teams",29 EUR\nTeam,"1,299 EUR"`, ['Pro, for teams', 'Team'], undefined, undefined],
  ['a table with semicolons',  `name;preis;link\r\nPro;29,00 €;${LINK}\r\n`,         ['Pro'],               'https://shop.example.com', 'SAVE20'],
  ['cells of a spreadsheet',   'Plan\tPrice\nPro\t29 EUR',                          ['Pro'],               undefined,                  undefined],
  ['the same link twice',      `${TEAM}\n${TEAM}`,                                  ['Team'],              'https://shop.example.com', undefined],
];
test.for(texts)('offers are read from %s', ([, text, names, shop, promoCode]) => {
  expect(readPasted(text)).toMatchObject({ offers: names.map((name) => ({ name })) });
  expect(readPasted(text)).toMatchObject({ ...(shop && { shop }), ...(promoCode && { promoCode }) });
});

test('a reply of Limio is read as it is', () => {
  const pasted = readPasted(JSON.stringify({ items: CATALOGUE }));
  expect(pasted).toMatchObject({ kind: 'a reply of Limio' });
  expect(Object(pasted).offers.length).toBeGreaterThan(5);
});

// prettier-ignore
const none: Array<[what: string, text: string, said: RegExp]> = [
  ['a sentence',             'Our plans are great.',                    /no offers/],
  ['JSON that is cut off',   '[{"path":"/offers2/Pro"',                 /JSON cannot be read/],
  ['JSON of something else', '{"a":1}',                                 /not a list/],
  ['a list of nothing',      '[]',                                      /no offers/],
  ['a link of no checkout',  'https://www.example.com/pricing',         /no offers/],
  ['a script in a link',     'javascript:alert("purchase=/offers2/a")', /no offers/],
];
test.for(none)('%s is answered with a sentence', ([, text, said]) => {
  expect(readPasted(text)).toMatch(said);
});

test('what cannot be read of a list is said, and the rest is used', () => {
  expect(readPasted('[{"path":"/offers2/Pro"},{"name":"Team"}]')).toMatchObject({
    offers: [{ path: '/offers2/Pro' }],
    problems: [expect.stringContaining('Offer 2')],
  });
});

// prettier-ignore
const typed: Array<[price: string, interval: string, expected: object]> = [
  ['29 EUR',  'month',    { price: { amount: '29', currency: 'EUR', interval: { unit: 'month', count: 1 } } }],
  ['€1.299,00', '3 months', { price: { amount: '1299.00', currency: 'EUR', interval: { unit: 'month', count: 3 } } }],
  ['49 EUR',  '',         { price: { amount: '49', currency: 'EUR' } }],
  ['ask us',  '',         { displayPrice: [{ text: 'ask us' }] }],
  ['',        'month',    {}],
];
test.for(typed)('a typed price “%s %s” is kept', ([price, interval, expected]) => {
  const before = { path: '/offers2/Pro', name: 'Pro', badge: 'New', price: { amount: '1', currency: 'USD' } };
  const plan = { ...planOf(before), price, interval, features: 'One\n\n Two ' };
  const offer = offerOf(plan, before);
  expect(offer).toEqual({
    path: '/offers2/Pro',
    name: 'Pro',
    badge: 'New',
    features: ['One', 'Two'],
    ...expected,
  });
  expect(priceHint(offer)).toMatch('displayPrice' in expected ? /29 EUR/ : /^$/);
});

test('a table says all that a card shows', () => {
  const table = [
    'Name,Path,Price,Currency,Period,Was,Description,Badge,Includes,Button,Group,Colour',
    'Pro,/offers2/P,"1.299,00",EUR,yearly,"1.500,00",For teams,New,"Mail|Calls",Go,yearly,red',
    ',,,,,,No plan,,,,,',
  ];
  expect(readPasted(table.join('\n'))).toEqual({
    kind: 'a table',
    offers: [
      {
        path: '/offers2/P',
        name: 'Pro',
        summary: 'For teams',
        price: { amount: '1299.00', currency: 'EUR', interval: { unit: 'year', count: 1 }, was: '1500.00' },
        features: ['Mail', 'Calls'],
        badge: 'New',
        cta: 'Go',
        group: 'yearly',
      },
    ],
    problems: ['Line 3 has no name.'],
  });
});

test('an offer that is typed again as it stands stays as it is', () => {
  const offer = {
    path: '/offers2/Pro',
    name: 'Pro',
    summary: 'For teams',
    badge: 'New',
    features: ['One', { text: 'Two', hint: 'Twice', group: 'More' }],
    price: {
      amount: '29.00',
      currency: 'EUR',
      interval: { unit: 'month' as const, count: 3 },
      intro: { amount: '0', duration: { unit: 'day' as const, count: 14 } },
    },
  };
  expect(offerOf(planOf(offer), offer)).toEqual(offer);
});
