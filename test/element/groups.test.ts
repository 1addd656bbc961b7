import { describe, expect, test } from 'vitest';
import { userEvent } from '../setup/user-event.ts';
import { anchor, find, findAll, href, hrefs, listen, offer, root, show, tag, texts } from './fixtures.ts';

const offers = [
  offer('Pro monthly', { group: 'monthly' }),
  offer('Pro yearly', { group: 'yearly' }),
  offer('Team yearly', { group: 'yearly' }),
];
const status = (el: Element) => find(el, 'p[role=status]').textContent!.trim();
const chosen = (el: Element) =>
  findAll<HTMLInputElement>(el, 'input[type=radio]').map(({ checked }) => checked);

describe('offers in groups', () => {
  test('are shown a group at a time, the first one first', async () => {
    const el = await show(tag('lang="en"'), { offers });
    expect(texts(el, 'name')).toEqual(['Pro monthly']);
    expect(texts(el, 'group')).toEqual(['Monthly', 'Yearly']);
    expect(chosen(el)).toEqual([true, false]);
    expect(status(el)).toBe('');
  });

  test('switch by mouse, and the change is announced', async () => {
    const el = await show(tag('lang="en"'), { offers });
    await userEvent.click(findAll(el, '[part=group]')[1]!);
    await el.updateComplete;
    expect(texts(el, 'name')).toEqual(['Pro yearly', 'Team yearly']);
    expect(hrefs(el)).toEqual([href('Pro yearly'), href('Team yearly')]);
    expect(chosen(el)).toEqual([false, true]);
    expect(status(el)).toBe('Yearly, offers shown: 2');
  });

  test('switch by keyboard, and the focus stays', async () => {
    const el = await show(tag('lang="en"'), { offers });
    await userEvent.tab();
    expect(root(el).activeElement).toBe(find(el, 'input[type=radio]'));
    await userEvent.keyboard('{ArrowRight}');
    await el.updateComplete;
    expect(texts(el, 'name')).toEqual(['Pro yearly', 'Team yearly']);
    expect(status(el)).toBe('Yearly, offers shown: 2');
    expect(root(el).activeElement).toBe(findAll(el, 'input[type=radio]')[1]);
    await userEvent.keyboard('{ArrowLeft}');
    await el.updateComplete;
    expect(texts(el, 'name')).toEqual(['Pro monthly']);
  });

  test('start on the one that is asked for', async () => {
    const el = await show(tag('group="yearly"'), { offers });
    expect(texts(el, 'name')).toEqual(['Pro yearly', 'Team yearly']);
  });

  test('start on the first where the one asked for is not there', async () => {
    const el = await show(tag('group="weekly"'), { offers });
    expect(texts(el, 'name')).toEqual(['Pro monthly']);
  });

  test('keep the choice of the customer while the page changes other things', async () => {
    const el = await show(tag(), { offers });
    await userEvent.click(findAll(el, '[part=group]')[1]!);
    el.promoCode = 'X1';
    await el.updateComplete;
    expect(hrefs(el)).toEqual([href('Pro yearly', '&pc=X1'), href('Team yearly', '&pc=X1')]);
  });

  test('follow the page when it asks for another one', async () => {
    const el = await show(tag('group="monthly"'), { offers });
    el.group = 'yearly';
    await el.updateComplete;
    expect(chosen(el)).toEqual([false, true]);
  });

  test('have names of our own or theirs, and one for those without', async () => {
    const named = ['annual', 'print', ''].map((group) => offer(`in ${group}`, { group }));
    const el = await show(tag('lang="en"'), { offers: named });
    expect(texts(el, 'group')).toEqual(['Yearly', 'Print', 'Other']);
    // Where the page asks for none, the first is shown, and not the one without a name.
    expect(chosen(el)).toEqual([true, false, false]);
  });

  test('need no switch where there is only one', async () => {
    const el = await show(tag(), {
      offers: [offer('A', { group: 'monthly' }), offer('B', { group: 'monthly' })],
    });
    expect(texts(el, 'groups')).toEqual([]);
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
  });

  test('come from links of the page as well', async () => {
    const el = await show(
      tag('lang="en"', anchor('A', 'data-group="monthly"') + anchor('B', 'data-group="yearly"')),
    );
    expect(texts(el, 'group')).toEqual(['Monthly', 'Yearly']);
    expect(texts(el, 'name')).toEqual(['A']);
  });

  test('are no business of another element on the page', async () => {
    const [one, two] = [await show(tag(), { offers }), await show(tag(), { offers })];
    await userEvent.click(findAll(one, '[part=group]')[1]!);
    await Promise.all([one.updateComplete, two.updateComplete]);
    expect([chosen(one), chosen(two)]).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('are not news about the offers', async () => {
    const el = await show(tag(), { offers });
    const events = listen(el);
    await userEvent.click(findAll(el, '[part=group]')[1]!);
    await el.updateComplete;
    expect(events).toEqual([]);
  });
});
