import { beforeEach, expect, test } from 'vitest';
import type { PlanChangeAnswer } from '../../src/contract/plan-change.ts';
import { root, shop } from './fixtures.ts';
import { backend, change, press, said, settled, showPlan, until, upgraded } from './plan-fixtures.ts';

beforeEach(() => sessionStorage.clear());

type Odd = Partial<PlanChangeAnswer>;

/** What a tenant's data may hold, and what has to be read then. */
// prettier-ignore
const odd: Array<[what: string, more: Odd, said: RegExp]> = [
  ['a currency without cents',       { total: { amount: '1080', currency: 'JPY' } },        /¥1,080/],
  ['a currency of thousandths',      { total: { amount: '10.805', currency: 'KWD' } },      /KWD\s*10\.805/],
  ['less than a unit', { total: { amount: '0.3', currency: 'EUR' } }, /€0\.30/],
  ['a currency in small letters',    { total: { amount: '108', currency: 'eur' } },         /€108/],
  ['a day that is none',             { effectiveAt: '2096-13-45' },                         /Business/],
  ['a word for a day',               { effectiveAt: 'immediately' },                        /Business/],
  ['no day at all',                  { effectiveAt: '' },                                   /Business/],
];
test.for(odd)('%s keeps nobody from confirming', async ([, more, text]) => {
  backend({ POST: [change()], PUT: [upgraded(more)] });
  const el = await showPlan();
  press(el, 'Choose Business');
  await until(el, () => expect(said(el, '[part~=title]')).toContain('Change your plan'));
  await settled(el);
  expect(said(el)).toMatch(text);
  expect(said(el)).not.toMatch(/NaN|Invalid|undefined|null|e\+/);
  const links = [...root(el).querySelectorAll<HTMLAnchorElement>('a')].map(({ href }) => href);
  expect(links).toContain(`${shop}/update?basket=basket-1`);
});
