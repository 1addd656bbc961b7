import { expect, test } from 'vitest';
import type { Offer, Price } from '../../src/core/offer/offer.ts';
import { find, findAll, offer, show, tag, texts } from './fixtures.ts';

const month = { unit: 'month', count: 1 } as const;
const quarter = { unit: 'month', count: 3 } as const;
const price = (rest: Partial<Price>): Partial<Offer> => ({
  price: { amount: '29.00', currency: 'EUR', ...rest },
});

// prettier-ignore
const prices: Array<[behaviour: string, offer: Partial<Offer>, text: string]> = [
  ['paid once',                        price({}),                                                                  '€29'],
  ['paid each month',                  price({ interval: month }),                                                 '€29 per month'],
  ['paid each week',                   price({ interval: { unit: 'week', count: 1 } }),                            '€29 per week'],
  ['paid each day',                    price({ interval: { unit: 'day', count: 1 } }),                             '€29 per day'],
  ['paid each year',                   price({ interval: { unit: 'year', count: 1 } }),                            '€29 per year'],
  ['paid every three months',          price({ interval: quarter }),                                               '€29 every 3 months'],
  ['that was higher',                  price({ interval: month, was: '39.00' }),                                   'Previously €39 −25% now €29 per month'],
  ['of the cheapest tier',             price({ interval: month, isFrom: true }),                                   'from €29 per month'],
  ['after a free trial',               price({ interval: month, intro: { amount: '0', duration: { unit: 'day', count: 14 } } }), 'Free for 14 days, then €29 per month'],
  ['after a free trial of "0.00"',     price({ interval: month, intro: { amount: '0.00', duration: month } }),     'Free for 1 month, then €29 per month'],
  ['after a cheaper start',            price({ interval: month, intro: { amount: '9.50', duration: quarter } }),   '€9.50 for 3 months, then €29 per month'],
  ['with what is charged beside it',   price({ interval: month, additional: [{ amount: '50' }, { amount: '9.90', interval: quarter }] }), '€29 per month + €50 + €9.90 every 3 months'],
  ['with decimals that count',         price({ amount: '29.90' }),                                                 '€29.90'],
  ['in a currency without decimals',   price({ amount: '1200', currency: 'JPY' }),                                 '¥1,200'],
  ['in a currency with three',         price({ amount: '1.25', currency: 'KWD' }),                                 'KWD 1.250'],
  ['in a currency nobody knows',       price({ currency: 'ZZZ' }),                                                 'ZZZ 29'],
  ['in the merchant\'s words',         { ...price({ interval: month }), displayPrice: [{ text: 'Now ' }, { text: '€25', style: 'strong' }, { text: ' not ' }, { text: '€30', style: 'struck' }] }, 'Now €25 not Previously €30'],
];
test.for(prices)('shows a price %s', async ([, rest, text]) => {
  const el = await show(tag('lang="en"'), { offers: [offer('A', rest)] });
  expect(texts(el, 'price')).toEqual([text]);
});

test('shows no price where there is none', async () => {
  const el = await show(tag('lang="en"'), { offers: [{ path: '/offers2/A' }] });
  expect(texts(el, 'price')).toEqual(['']);
  expect(texts(el, 'amount')).toEqual([]);
});

test('strikes the old price, and says so to those who cannot see it', async () => {
  const el = await show(tag('lang="en"'), { offers: [offer('A', price({ was: '39' }))] });
  const was = find(el, 's[part=was]');
  expect(getComputedStyle(was).textDecorationLine).toBe('line-through');
  expect(was.textContent!.trim()).toBe('Previously €39');
});

test('keeps an amount apart from the direction of the text around it', async () => {
  const el = await show(tag('lang="ar" dir="rtl"'), { offers: [offer('A', price({ was: '39' }))] });
  expect(findAll(el, 'bdi')).toHaveLength(3);
});

test("fills the merchant's placeholders from the numbers", async () => {
  const displayPrice = [{ text: '{{formattedPrice}}', style: 'strong' as const }, { text: ' a month' }];
  const el = await show(tag('lang="en"'), { offers: JSON.stringify([offer('A', { displayPrice })]) });
  expect(texts(el, 'price')).toEqual(['€29 a month']);
});

test('fills them in a list that a script sets, too', async () => {
  const displayPrice = [{ text: '{{currencyCode}} {{amount}}' }];
  const el = await show(tag('lang="en"'), { offers: [offer('A', { displayPrice })] });
  expect(texts(el, 'price')).toEqual(['EUR 29.00']);
});

test('writes features in their order, small print below the price, and the button before what is included', async () => {
  const smallPrint = [{ text: 'Then ' }, { text: '€39', style: 'strong' as const }];
  const el = await show(tag('lang="en"'), {
    offers: [offer('A', { features: ['c', 'a', 'b'], smallPrint })],
  });
  expect(texts(el, 'feature')).toEqual(['c', 'a', 'b']);
  expect(texts(el, 'small-print')).toEqual(['Then €39']);
  const order = ['name', 'price', 'small-print', 'cta', 'features'].map((part) =>
    find(el, `[part~=${part}]`),
  );
  for (const [n, part] of order.slice(1).entries())
    expect(order[n]!.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('writes headings as headings, and what is not included as that', async () => {
  const features = [
    'Archive',
    { text: 'Storage', value: '10 GB', group: 'Files', hint: 'For all of you' },
    { text: 'Print', included: false, group: 'Files' },
  ];
  const el = await show(tag('lang="en"'), { offers: [offer('A', { features })] });
  expect(texts(el, 'feature')).toEqual(['Archive', 'Storage: 10 GB For all of you', 'Not included: Print']);
  expect(findAll(el, '.features h4').map((heading) => heading.textContent)).toEqual(['Files']);
  expect(texts(el, 'hint')).toEqual(['For all of you']);
  const [, storage, print] = findAll(el, '[part=feature]') as [HTMLElement, HTMLElement, HTMLElement];
  const [colour, muted] = [storage, print].map((line) => getComputedStyle(line).color);
  expect(muted).not.toBe(colour);
  expect(getComputedStyle(print, '::before').rotate).toBe('none');
});

test("what is struck in the merchant's words does not read as the price in a table or a basket", async () => {
  const displayPrice = [{ text: '€39', style: 'struck' as const }, { text: ' €29 a month' }];
  const offers = [offer('A', { displayPrice, price: { amount: '29', currency: 'EUR', isFrom: true } })];
  const table = await show(tag('lang="en" layout="compare"'), { offers });
  expect(texts(table, 'price')).toEqual(['€29 a month']);
  const many = await show(tag('lang="en" select="many"'), { offers });
  find<HTMLInputElement>(many, 'input[type=checkbox]').click();
  await expect.poll(() => texts(many, 'line')).toEqual(['A €29 a month']);
});
