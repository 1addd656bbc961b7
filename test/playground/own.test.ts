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

const month = { unit: 'month', count: 1 };
const year = { unit: 'year', count: 1 };
const eur = (amount: string, interval?: object) => ({
  amount,
  currency: 'EUR',
  ...(interval && { interval }),
});

// What is pasted in earnest: cells, files and mails of several countries.
// prettier-ignore
const tables: Array<[what: string, text: string, offers: object[]]> = [
  ['cells with line breaks',          'Plan\tPrice\tBilling\tFeatures\r\nPro\t€12.00\tmonthly\t"1 inbox\n500 tickets"\r\n', [{ name: 'Pro', price: eur('12.00', month), features: ['1 inbox', '500 tickets'] }]],
  ['headings in German',              'Tarif\tPreis\tZeitraum\tMerkmale\nTeam\t1.299,00 €\tjährlich\tA | B',                [{ name: 'Team', price: eur('1299.00', year), features: ['A', 'B'] }]],
  ['headings in French, a blank for thousands', 'Nom;Prix;Période;Description\nMax;1 299 €;par an;Pour tous',            [{ name: 'Max', price: eur('1299', year), summary: 'Pour tous' }]],
  ['a language that is not known',    'الخطة\tPrice\nأساسي\t29 EUR',                                                     [{ name: 'أساسي', price: eur('29') }]],
  ['prices with their interval',      'Plan\tPreis\nFrei\tkostenlos\nPro\t9,90 €/Monat\nMax\t€590 / year',              [{ displayPrice: [{ text: 'kostenlos' }] }, { price: eur('9.90', month) }, { price: eur('590', year) }]],
  ['prices by the seat and from',     'Plan\tPrice\nTeam\t€29 per user/month\nBiz\tfrom €59/month',                      [{ price: eur('29', month), smallPrint: [{ text: 'per user' }] }, { price: { ...eur('59', month), isFrom: true } }]],
  ['a currency in the heading',       'Product;Price per month in EUR\nPro;29,00',                                       [{ price: eur('29.00', month) }]],
  ['a former price',                  'Name;Preis;Statt\nPro;29,00 €;35,00 €',                                          [{ price: { ...eur('29.00'), was: '35.00' } }]],
  ['a column for each interval',      'Plan,Monthly,Yearly\nTeam,€29,€290',                                             [{ path: '/offers2/Team Monthly', group: 'monthly', price: eur('29', month) }, { path: '/offers2/Team Yearly', group: 'yearly', price: eur('290', year) }]],
  ['compound headings',               'Plan;Monatspreis;Jahrespreis\nPro;9,90 €;99,00 €',                               [{ group: 'monthly', price: eur('9.90', month) }, { group: 'yearly', price: eur('99.00', year) }]],
  ['a line for each interval',        'Plan\tPrice\tPeriod\nPro\t€29\tmonthly\nPro\t€290\tyearly',                       [{ group: 'monthly' }, { group: 'yearly' }]],
  ['intervals as names',              'Plan,Price\nMonthly,€12\nYearly,€120',                                           [{ name: 'Monthly', price: eur('12') }, { name: 'Yearly', price: eur('120') }]],
  ['Markdown',                        '| Plan | Price |\n|---|--:|\n| **Pro** | €29/mo |',                               [{ name: 'Pro', price: eur('29', month) }]],
  ['Markdown with links',             `| Plan | Link |\n|---|---|\n| Pro | [Buy](${LINK}) |`,                            [{ name: 'Pro', path: '/offers2/Pro Plan' }]],
  ['plans side by side',              '\tPro\tMax\nPrice\t€12\t€29\nUsers\t1\tAny\nSSO\tNo\tYes',                      [{ name: 'Pro', price: eur('12'), features: [{ text: 'Users', value: '1' }, { text: 'SSO', included: false }] }, { name: 'Max', price: eur('29'), features: [{ text: 'Users', value: 'Any' }, 'SSO'] }]],
  ['plans side by side, in Markdown', '| | Pro | Max |\n|--|--|--|\n| Price | €12/mo | €29/mo |\n| SSO | ✗ | ✓ |',       [{ name: 'Pro', price: eur('12', month), features: [{ text: 'SSO', included: false }] }, { name: 'Max', features: ['SSO'] }]],
  ['a title and empty lines above',   '\uFEFFPricing 2026,,\n,,\nPlan,Price,Period\nPro,12 EUR,month\n,,\n',              [{ name: 'Pro', price: eur('12', month) }]],
  ['cells without headings',          'Starter\t12 €\nTeam\t29 €',                                                      [{ name: 'Starter', price: eur('12') }, { name: 'Team', price: eur('29') }]],
  ['quoted cells with commas',        '"Name","Price"\n"Pro, big","€1,299.00"',                                         [{ name: 'Pro, big', price: eur('1299.00') }]],
  ['lines of a text',                 '- Starter – 12 €/month\n2) Team: 29 € per month\n365 Days: €590 / year',          [{ name: 'Starter', price: eur('12', month) }, { name: 'Team', price: eur('29', month) }, { name: '365 Days', price: eur('590', year) }]],
  ['links with prices before them',   `Pro: €29/month ${LINK}`,                                                          [{ name: 'Pro', path: '/offers2/Pro Plan', price: eur('29', month) }]],
  ['a plan to ask for',               'Plan;Price;Link;Button\nPro;29 EUR;;\nBig;;sales@example.com;Talk to us',           [{ path: '/offers2/Pro' }, { path: '/Big', name: 'Big', href: 'mailto:sales@example.com', cta: 'Talk to us' }]],
  ['a plan of another checkout',      'Plan;Link\nPro;https://other.example.com/buy?a=1',                                [{ path: '/Pro', href: 'https://other.example.com/buy?a=1' }]],
  ['what is no address',              'Plan;Link\nPro;javascript:alert(1)\nMax;soon',                                   [{ path: '/offers2/Pro' }, { path: '/offers2/Max' }]],
  ['a contact in a list of links',    `Pro: ${LINK}\nEnterprise – on request: sales@example.com`,                        [{ name: 'Pro' }, { path: '/Enterprise', name: 'Enterprise', href: 'mailto:sales@example.com', displayPrice: [{ text: 'on request' }] }]],
  ['a contact in Markdown',           `* [Pro](${LINK})\n* [Enterprise](mailto:sales@example.com)\n* Campus: [Call us](tel:+4930123456)`, [{ name: 'Pro' }, { name: 'Enterprise', href: 'mailto:sales@example.com' }, { name: 'Campus', cta: 'Call us', href: 'tel:+4930123456' }]],
  ['a contact among prices',          '- Starter – 12 €/month\n- Big – https://www.example.com/contact',                   [{ name: 'Starter', price: eur('12', month) }, { path: '/Big', href: 'https://www.example.com/contact' }]],
  ['a mail with a head and a foot',   `From: tom@example.com\nTo: Ada <ada@example.com>\nHi Ada,\nPro: ${LINK}\nTom Miller, Sales Manager\nE-mail: tom@example.com\nOur terms: https://www.example.com/terms`, [{ name: 'Pro' }]],
  ['a price behind a comma',          `Pro, €29 per month: ${LINK}`,                                                     [{ name: 'Pro', price: eur('29', month) }]],
  ['a price in brackets',             `Pro (12 EUR a month): ${LINK}`,                                                   [{ name: 'Pro', path: '/offers2/Pro Plan', price: eur('12', month) }]],
  ['links below what they sell',      `As promised, the links:\n\n> Pro, 59 € / Monat\n> ${LINK}\n>\n> ${TEAM}`,       [{ name: 'Pro', path: '/offers2/Pro Plan', price: eur('59', month) }, { name: 'Team', path: '/offers2/Team' }]],
  ['a quoted mail',                   `Hi,\n> Pro <${LINK}>\n> Team (${TEAM}).`,                                          [{ name: 'Pro' }, { name: 'Team' }]],
  ['a mail that checks links',        `Pro https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(LINK)}&data=05`, [{ name: 'Pro', path: '/offers2/Pro Plan' }]],
  ['a mail with folded lines',        'Pro: https://shop.example.com/checkout?purchase=3D%2Foffers2%2F=\nPro',           [{ name: 'Pro', path: '/offers2/Pro' }]],
  ['paths of Limio',                  '/offers2/Pro Plan\n/offers2/Team',                                                [{ path: '/offers2/Pro Plan' }, { path: '/offers2/Team' }]],
  ['code of a chat',                  '```json\n[{"path":"/offers2/Pro"}]\n```',                                         [{ path: '/offers2/Pro' }]],
];
test.for(tables)('prices and plans are read from %s', ([, text, offers]) => {
  const pasted = Object(readPasted(text));
  expect(pasted.offers).toMatchObject(offers);
  expect(pasted.offers).toHaveLength(offers.length);
});

test.for([
  ['whose dollars', 'Plan,Price\nPro,$29/mo', /US dollars/],
  ['no currency', 'Plan,Price\nPro,29', /no currency/],
  ['which prices are left out', 'Plan,Price (EUR),Price per year\nPro,29,290', /Only the first price/],
  ['paths that were made up', 'Plan,Monthly,Yearly\nPro,€29,€290', /check the paths/],
  ['columns nobody knows', 'Plan,Price,Seats\nPro,29 EUR,5', /features: Seats/],
] as const)('it is said: %s', ([, text, said]) => {
  expect(Object(readPasted(text)).problems).toEqual([expect.stringMatching(said)]);
});

test('a reply of Limio is read as it is', () => {
  const pasted = readPasted(JSON.stringify({ items: CATALOGUE }));
  expect(pasted).toMatchObject({ kind: 'a reply of Limio' });
  expect(Object(pasted).offers.length).toBeGreaterThan(5);
});

// prettier-ignore
const none: Array<[what: string, text: string, said: RegExp]> = [
  ['a sentence',             'Our plans are great.',                    /no offers/],
  ['a sentence with a price', 'Our best plan costs 29 € a month and we love it very much indeed, thanks for asking about it', /no offers/],
  ['a sentence with commas', 'Hello, we sell three plans, Pro, Max and Team, for 29 EUR\nBest, Tom', /no offers/],
  ['numbers',                '12 29 59',                                /no offers/],
  ['JSON that is cut off',   '[{"path":"/offers2/Pro"',                 /JSON cannot be read/],
  ['JSON of something else', '{"a":1}',                                 /not a list/],
  ['a list of nothing',      '[]',                                      /no offers/],
  ['a link of no checkout',  'https://www.example.com/pricing',         /no offers/],
  ['a contact alone',        'Write to us: sales@example.com',          /no offers/],
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
    cta: 'Go',
    group: 'monthly',
    href: 'https://other.example.com/',
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
