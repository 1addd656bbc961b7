import { describe, expect, test } from 'vitest';
import { drawn, find, findAll, hrefs, href, offer, show, tag, texts } from './fixtures.ts';

const offers = [offer('A')];

describe('a page translator, which puts its own elements in place of text', () => {
  /** What translators do to each text they find. */
  function translate(el: Element): void {
    const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode())
      if (walker.currentNode.nodeValue!.trim()) found.push(walker.currentNode as Text);
    for (const text of found) {
      const font = document.createElement('font');
      font.append(`translated ${text.data}`);
      text.replaceWith(font);
    }
  }

  test('does not freeze what changes later', async () => {
    const el = await show(tag('lang="en"'), {
      offers: [offer('A', { summary: 'One', features: ['x'], badge: 'New' })],
    });
    translate(el);
    expect(texts(el, 'amount')).toEqual(['translated €29']);
    el.offers = [
      offer('B', {
        summary: 'Two',
        features: ['y'],
        badge: 'Old',
        cta: 'Join',
        price: { amount: '9', currency: 'EUR', interval: { unit: 'year', count: 1 } },
      }),
    ];
    await drawn(el);
    expect(['name', 'summary', 'price', 'feature', 'badge'].map((part) => texts(el, part)[0])).toEqual([
      'B',
      'Two',
      '€9 per year',
      'y',
      'Old',
    ]);
    expect(find(el, '[part=cta] span').textContent).toBe('Join');
    expect(hrefs(el)).toEqual([href('B')]);
  });

  test('does not freeze the names of buttons', async () => {
    const el = await show(tag('lang="en" copy-link'), { offers });
    translate(el);
    el.offers = [offer('B')];
    await drawn(el);
    expect([...texts(el, 'cta'), ...texts(el, 'copy')].map((name) => name.split(' ').at(-1))).toEqual([
      'B',
      'B',
    ]);
  });

  test("does not freeze the merchant's own price", async () => {
    const el = await show(tag(), {
      offers: [offer('A', { displayPrice: [{ text: '€29 ' }, { text: 'now', style: 'strong' }] })],
    });
    translate(el);
    el.offers = [offer('B', { displayPrice: [{ text: '€39 ' }, { text: 'later', style: 'strong' }] })];
    await drawn(el);
    expect(texts(el, 'price')).toEqual(['€39 later']);
  });

  test('does not freeze the choices', async () => {
    const el = await show(tag('lang="en" select="many"'), { offers });
    translate(el);
    find(el, 'input').click();
    await el.updateComplete;
    expect(find(el, '[part~=cta] span').textContent).toBe('Selected');
    expect(texts(el, 'count')).toEqual(['1 selected']);
  });

  test('does not freeze what is announced', async () => {
    const grouped = ['monthly', 'yearly'].map((group) => offer(group, { group }));
    const el = await show(tag('lang="en"'), { offers: grouped });
    const status = find(el, 'p[role=status]');
    status.append(document.createElement('font'));
    for (const [n, said] of [
      [1, 'Yearly, offers shown: 1'],
      [0, 'Monthly, offers shown: 1'],
    ] as const) {
      findAll(el, 'input')[n]!.click();
      await el.updateComplete;
      expect(status.textContent!.trim()).toBe(said);
      translate(el);
    }
  });
});
