import { expect, test } from 'vitest';
import type { Interval, Offer, Price } from '../../src/core/offer/offer.ts';
import { userEvent } from '../setup/user-event.ts';
import { anchor, appears, findAll, offer, place, root, serve, show, tag, texts } from './fixtures.ts';

const month: Interval = { unit: 'month', count: 1 };
const year: Interval = { unit: 'year', count: 1 };

const plan = (name: string, group: string, amount: string, rest: Partial<Price> = {}): Offer =>
  offer(name, {
    path: `/offers2/${name} ${group}`,
    group,
    price: { amount, currency: 'EUR', interval: group === 'monthly' ? month : year, ...rest },
  });
const plans = [
  plan('Team', 'monthly', '29'),
  plan('Pro', 'monthly', '59'),
  plan('Team', 'yearly', '290', { was: '348' }),
  plan('Pro', 'yearly', '590'),
];

/** Without marks of direction and hard spaces, and in one kind of digits: browsers differ in those. */
const plain = (text: string) =>
  text
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace('٪', '%');
const monthly = (el: Element) => findAll(el, '.monthly').map(({ textContent }) => plain(textContent));
const savings = (el: Element) => texts(el, 'saving').map(plain);

test('the switch says what a longer interval saves, rounded down', async () => {
  const el = await show(tag('lang="en"'), { offers: plans });
  expect(texts(el, 'group')).toEqual(['Monthly', 'Yearly Save 16%']);
  expect(savings(el)).toEqual(['Save 16%']);
});

test('a card says what its price comes to in a month, and what is saved on its former price', async () => {
  const el = await show(tag('lang="en" group="yearly"'), { offers: plans });
  expect(monthly(el)).toEqual(['€24.17 a month, billed yearly', '€49.17 a month, billed yearly']);
  expect(texts(el, 'price')[0]).toBe('Previously €348 −16% now €290 per year €24.17 a month, billed yearly');
});

test('a former price that is no higher than the price is not shown, as nothing was saved on it', async () => {
  const offers = ['29', '28.99', '30'].map((was, n) => plan(`P${n}`, 'yearly', '29', { was }));
  for (const attributes of ['', 'savings="none"']) {
    const el = await show(tag(`lang="en" ${attributes}`), { offers });
    expect(texts(el, 'was')).toEqual(['Previously €30']);
  }
});

test('a switch of the group keeps what it says', async () => {
  const el = await show(tag('lang="en"'), { offers: plans });
  await userEvent.click(findAll(el, '[part=group]')[1]!);
  await el.updateComplete;
  expect(savings(el)).toEqual(['Save 16%', '−16%']);
  expect(monthly(el)).toHaveLength(2);
});

test('cards that come in place of placeholders come with it, and are not moved by it', async () => {
  serve(() => Response.json(plans.slice(2)));
  const el = place(tag('lang="en" src="/savings.json" group="yearly"'));
  await appears(el, '[part=placeholder]');
  const drawn: string[][] = [];
  const observer = new MutationObserver(() => texts(el, 'amount')[0] && drawn.push(savings(el)));
  observer.observe(root(el), { childList: true, subtree: true });
  await appears(el, '[part=saving]');
  observer.disconnect();
  expect(drawn[0]).toEqual(['−16%']);
});

test('another interval is told in its words', async () => {
  const quarterly = plan('Team', 'quarterly', '80', { interval: { unit: 'month', count: 3 } });
  const el = await show(tag('lang="en" group="quarterly"'), { offers: [plans[0]!, quarterly] });
  expect(monthly(el)).toEqual(['€26.67 a month, billed every 3 months']);
});

test('a link of the page says what is saved on its former price', async () => {
  const data = 'data-price="29" data-was="35" data-currency="EUR" data-interval="month"';
  const el = await show(tag('lang="en"', anchor('Pro', data)));
  expect(texts(el, 'price')).toEqual(['Previously €35 −17% now €29 per month']);
});

// prettier-ignore
const silent: Array<[behaviour: string, attributes: string, offers: Offer[]]> = [
  ['where it is switched off',              'savings="none" group="yearly"', plans],
  ['where it is switched off, and totals are', 'savings="none" group="yearly" select="many"', plans],
  ['between currencies',                    'group="yearly"', [plans[0]!, plan('Team', 'yearly', '290', { currency: 'USD' })]],
  ['where a plan has no twin',              'group="yearly"', [plans[0]!, plan('Max', 'yearly', '290')]],
  ['where a year costs as much as twelve months', 'group="yearly"', [plans[0]!, plan('Team', 'yearly', '348')]],
  ['of a lowest price',                     '',               [offer('Pro', { price: { amount: '29', currency: 'EUR', was: '39', isFrom: true } })]],
  ['of less than one percent',              '',               [offer('Pro', { price: { amount: '29.90', currency: 'EUR', was: '30' } })]],
  ['of a former price that was lower',      '',               [offer('Pro', { price: { amount: '29', currency: 'EUR', was: '19' } })]],
];
test.for(silent)('nothing is said %s', async ([, attributes, offers]) => {
  const el = await show(tag(`lang="en" ${attributes}`), { offers });
  expect(savings(el)).toEqual([]);
  expect(monthly(el)).toEqual([]);
});

test('an amount is written with the decimals of its currency', async () => {
  const yen = [
    plan('A', 'monthly', '1000', { currency: 'JPY' }),
    plan('A', 'yearly', '10000', { currency: 'JPY' }),
  ];
  const el = await show(tag('lang="en" group="yearly"'), { offers: yen });
  expect(monthly(el)).toEqual(['¥834 a month, billed yearly']);
});

// prettier-ignore
const languages: Array<[lang: string, group: string, card: string, line: string]> = [
  ['en', 'Save 16%',           '−16%',  '€24.17 a month, billed yearly'],
  ['de', '16 % sparen',        '−16 %', '24,17 € im Monat, jährlich abgerechnet'],
  ['fr', 'Économisez 16 %',    '−16 %', '24,17 € par mois, facturé annuellement'],
  ['es', 'Ahorre un 16 %',     '−16 %', '24,17 € al mes, con cobro anual'],
  ['nl', 'Bespaar 16%',        '−16%',  '€ 24,17 per maand, jaarlijks betaald'],
  ['pt', 'Economize 16%',      '−16%',  '€ 24,17 por mês, com cobrança anual'],
  ['ja', '16% お得',           '−16%',  '月あたり €24.17、年払い'],
  ['ar', 'وفّر 16%',            '−16%',  '24.17 € في الشهر، بدفع سنوي'],
];
test.for(languages)('in %s', async ([lang, group, card, line]) => {
  const el = await show(tag(`lang="${lang}" group="yearly"`), { offers: plans });
  expect(savings(el)).toEqual([group, card]);
  // Engines write the Arabic decimal point in one way or the other.
  expect(monthly(el)[0]!.replace('٫', '.')).toBe(line);
});
