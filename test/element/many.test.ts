import { describe, expect, test } from 'vitest';
import type { LimioCheckoutEvent, LimioSelectEvent } from '../../src/element/events/events.ts';
import { userEvent } from '../setup/user-event.ts';
import { find, findAll, href, hrefs, listen, offer, root, shop, show, stay, tag, texts } from './fixtures.ts';

const offers = [offer('A'), offer('B'), offer('C')];
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
    expect(texts(el, 'count')).toEqual(['1 selected C']);
    await choose(el, 0);
    expect(hrefs(el)).toEqual([`${shop}/checkout?purchase=%2Foffers2%2FA&purchase=%2Foffers2%2FC&pc=X1`]);
    expect(texts(el, 'count')).toEqual(['2 selected A, C']);
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
    await userEvent.tab();
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
    expect(texts(el, 'count')).toEqual(['1 selected M']);
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
  });

  test('buttons alone still sell one each', async () => {
    const el = await show(tag('select="many" layout="button"'), { offers });
    expect(hrefs(el)).toEqual([href('A'), href('B'), href('C')]);
  });
});
