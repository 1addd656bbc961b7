import { describe, expect, test } from 'vitest';
import type { Offer } from '../../src/core/offer/offer.ts';
import type { LimioCheckoutEvent, LimioSelectEvent } from '../../src/element/events/events.ts';
import { userEvent } from '../setup/user-event.ts';
import { find, findAll, href, hrefs, listen, offer, root, shop, show, stay, tag, texts } from './fixtures.ts';

const offers = [offer('A'), offer('B'), offer('C')];
const lines = (el: Element) => texts(el, 'line');
const choose = async (el: Element & { updateComplete: Promise<boolean> }, n: number) => {
  await userEvent.click(findAll(el, '[part~=cta]')[n]!);
  await el.updateComplete;
};

describe('with select="many"', () => {
  test('each card has a choice, and there is nothing to check out yet', async () => {
    const el = await show(tag('lang="en" select="many"'), { offers });
    expect(texts(el, 'cta')).toEqual(['Select A', 'Select B', 'Select C']);
    expect(texts(el, 'count')).toEqual(['Select at least one offer']);
    expect(hrefs(el)).toEqual([]);
  });

  test('what is chosen is bought with one link, in the order of the page', async () => {
    const el = await show(tag('lang="en" select="many" promo-code="X1"'), { offers });
    await choose(el, 2);
    expect(hrefs(el)).toEqual([href('C', '&pc=X1')]);
    expect(lines(el)).toEqual(['C €29 per month']);
    await choose(el, 0);
    expect(hrefs(el)).toEqual([`${shop}/checkout?purchase=%2Foffers2%2FA&purchase=%2Foffers2%2FC&pc=X1`]);
    expect(texts(el, 'count')).toEqual(['2 selected']);
    expect(lines(el)).toEqual(['A €29 per month', 'C €29 per month']);
    expect(texts(el, 'cta').slice(0, 3)).toEqual(['Selected A', 'Select B', 'Selected C']);
  });

  test('a choice can be taken back', async () => {
    const el = await show(tag('lang="en" select="many"'), { offers });
    await choose(el, 0);
    await choose(el, 0);
    expect(hrefs(el)).toEqual([]);
    expect(texts(el, 'cta')).toEqual(['Select A', 'Select B', 'Select C']);
    expect(texts(el, 'count')).toEqual(['Select at least one offer']);
  });

  test('each choice is told', async () => {
    const el = await show(tag('select="many"'), { offers });
    const events = listen(el) as LimioSelectEvent[];
    await choose(el, 1);
    await choose(el, 1);
    expect(events.map(({ type, offer, selected }) => [type, offer.name, selected])).toEqual([
      ['limio-select', 'B', true],
      ['limio-select', 'B', false],
    ]);
  });

  test('the keyboard chooses as well', async () => {
    const el = await show(tag('select="many"'), { offers });
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await el.updateComplete;
    expect(el.purchaseLink()).toBe(`${shop}/checkout?purchase=%2Foffers2%2FA&purchase=%2Foffers2%2FC`);
    for (let n = 0; n < 3; n++) await userEvent.tab();
    expect(root(el).activeElement).toBe(find(el, 'a[part=cta]'));
  });

  test('leaving tells all that is bought, and can be prevented', async () => {
    const clicks = stay();
    const el = await show(tag('select="many"'), { offers });
    await choose(el, 0);
    await choose(el, 1);
    const events = listen(el) as LimioCheckoutEvent[];
    find(el, 'a').click();
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    find(el, 'a').click();
    expect(events.map(({ type, url, offers }) => [type, url, offers.map(({ name }) => name)])).toEqual(
      Array(2).fill(['limio-checkout', `${href('A')}&purchase=%2Foffers2%2FB`, ['A', 'B']]),
    );
    expect(clicks.map(({ left }) => left)).toEqual([true, false]);
  });

  test('a choice outlives a change of the group', async () => {
    const grouped = [offer('M', { group: 'monthly' }), offer('Y', { group: 'yearly' })];
    const el = await show(tag('lang="en" select="many"'), { offers: grouped });
    await choose(el, 0);
    await userEvent.click(findAll(el, '[part=group]')[1]!);
    await el.updateComplete;
    expect(lines(el)).toEqual(['M €29 per month']);
    await choose(el, 0);
    expect(hrefs(el)).toEqual([`${href('M')}&purchase=%2Foffers2%2FY`]);
  });

  test('what is no longer sold is no longer bought', async () => {
    const el = await show(tag('select="many"'), { offers });
    await choose(el, 0);
    await choose(el, 1);
    el.offers = [offer('B')];
    await el.updateComplete;
    expect(hrefs(el)).toEqual([href('B')]);
    expect(el.purchaseLink()).toBe(href('B'));
  });

  test('buttons alone still sell one each', async () => {
    const el = await show(tag('select="many" layout="button"'), { offers });
    expect(hrefs(el)).toEqual([href('A'), href('B'), href('C')]);
  });

  test('the number of chosen offers is announced', async () => {
    const el = await show(tag('lang="en" select="many"'), { offers });
    await choose(el, 0);
    expect(texts(el, 'base')[0]).toContain('1 selected');
    expect(find(el, 'p[role=status]').textContent).toBe('1 selected');
    await choose(el, 0);
    expect(find(el, 'p[role=status]').textContent).toBe('Select at least one offer');
  });

  test('a line takes its offer out again, and the focus stays in the basket', async () => {
    const el = await show(tag('lang="en" select="many"'), { offers });
    await choose(el, 0);
    await choose(el, 1);
    await userEvent.click(find(el, '[aria-label="Remove A"]'));
    await el.updateComplete;
    expect(lines(el)).toEqual(['B €29 per month']);
    expect(root(el).activeElement).toBe(find(el, '[part=basket]'));
    expect(hrefs(el)).toEqual([href('B')]);
  });

  const yearly = { amount: '100.10', currency: 'EUR', interval: { unit: 'year', count: 1 } } as const;
  const once = { amount: '50', currency: 'USD' };
  // prettier-ignore
  const totals: Array<[behaviour: string, offers: Offer[], totals: string[]]> = [
    ['of one interval',                        [offer('A'), offer('B')],                              ['Total €58 per month']],
    ['of each interval and currency',          [offer('A'), offer('B', { price: yearly }), offer('C', { price: once }), offer('D', { price: yearly })], ['Total €29 per month', 'Total €200.20 per year', 'Total $50 once']],
    ['not where one has no price',             [offer('A'), { path: '/offers2/B', name: 'B' }],       []],
    ['not where one is the lowest of several', [offer('A'), offer('B', { price: { ...once, isFrom: true } })], []],
    ['not where one has a fee beside it',      [offer('A'), offer('B', { price: { ...once, additional: [{ amount: '5' }] } })], []],
  ];
  test.for(totals)('what is chosen is added up: %s', async ([, all, expected]) => {
    const el = await show(tag('lang="en" select="many"'), { offers: all });
    for (const n of all.keys()) await choose(el, n);
    expect(texts(el, 'total')).toEqual(expected);
  });

  test('a line says what its card says where that is more than a number', async () => {
    const displayPrice = [{ text: '€29 ' }, { text: 'a month', style: 'strong' }] as const;
    const own = offer('A', { displayPrice, price: { ...once, isFrom: true } });
    const el = await show(tag('lang="en" select="many"'), { offers: [own] });
    await choose(el, 0);
    expect(lines(el)).toEqual(['A €29 a month']);
  });
});
