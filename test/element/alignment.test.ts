import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Offer } from '../../src/core/offer/offer.ts';
import { userEvent } from '../setup/user-event.ts';
import { appears, find, findAll, finished, offer, show, tag } from './fixtures.ts';
import { within } from './surroundings.ts';

beforeAll(() => page.viewport(1280, 900));

const month = { unit: 'month', count: 1 } as const;
const price = (amount: string, currency = 'EUR') => ({ amount, currency, interval: month });
const boxes = (el: Element, selector: string): DOMRect[] =>
  findAll(el, selector).map((each) => each.getBoundingClientRect().toJSON() as DOMRect);

describe('a badge', () => {
  test.for([260, 360, 800])('of several lines covers nothing, in %d px', async (width) => {
    const badge = 'Recommended for growing companies with several brands and many people';
    const el = await show(within(width, tag('layout="cards"')), {
      offers: ['A', 'B', 'C'].map((name) => offer(name, { badge, features: ['One', 'Two'] })),
    });
    await finished(el);
    const list = find(el, '[part=offers]').getBoundingClientRect();
    const cards = boxes(el, '[part~=offer]');
    const names = boxes(el, '[part=name]');
    for (const [n, box] of boxes(el, '.badge').entries()) {
      expect(box.height).toBeGreaterThan(40);
      expect(box.top).toBeGreaterThanOrEqual(list.top);
      expect(box.bottom).toBeLessThanOrEqual(names[n]!.top);
      for (const card of cards.slice(0, n))
        expect(card.bottom <= box.top || card.right <= box.left).toBe(true);
    }
  });

  test('of one line stands half on the edge, and its card is no higher', async () => {
    const el = await show(within(900, tag()), {
      offers: [offer('A', { badge: 'New' }), offer('B')],
    });
    const [card] = boxes(el, '[part~=offer]');
    const badge = find(el, '.badge').getBoundingClientRect();
    expect(Math.abs((badge.top + badge.bottom) / 2 - card!.top)).toBeLessThan(1.5);
    const [a, b] = boxes(el, '[part=name]');
    expect(Math.abs(a!.top - b!.top)).toBeLessThan(0.5);
  });
});

test.for(
  ['cards', 'list', 'compact'].flatMap((layout) => [358, 768, 1248].map((width) => [layout, width] as const)),
)('words without an end stay in their card, as %s in %d px', async ([layout, width]) => {
  const el = await show(within(width, tag(`layout="${layout}"`)), {
    offers: [offer('N'.repeat(130), { badge: 'b'.repeat(60) }), offer('B')],
  });
  await finished(el);
  const [card] = boxes(el, '[part~=offer]');
  for (const selector of ['.badge', '[part=name]', '[part=cta]']) {
    const [box] = boxes(el, selector);
    expect(box!.width, selector).toBeGreaterThan(0);
    expect(box!.left, selector).toBeGreaterThanOrEqual(card!.left);
    expect(box!.right, selector).toBeLessThanOrEqual(card!.right);
    const { scrollWidth, clientWidth } = find(el, selector);
    expect(scrollWidth, selector).toBeLessThanOrEqual(clientWidth);
  }
});

describe('where a card leads', () => {
  const mailbox = 'mailto:enterprise-sales-and-partnerships-emea@shop-of-somebody.example.com';
  const plans = [offer('A', { price: price('12') }), offer('B', { price: price('29') })];
  const contact = { path: '/offers2/C', name: 'C' };
  const shown = async (...offers: Offer[]) => {
    const el = await show(within(1248, tag()), { offers: [...plans, ...offers] });
    await finished(el);
    return el;
  };
  const height = (el: Element) => boxes(el, '[part~=offer]')[0]!.height;

  test.for([
    ['no price', {}],
    ['words in place of one', { displayPrice: [{ text: 'On request' }] }],
  ] as const)('stands on the line of intervals beside %s, and costs no height', async ([, rest]) => {
    const without = await shown();
    const el = await shown({ ...contact, ...rest, href: 'mailto:sales@example.org' });
    const [interval] = boxes(el, '[part=interval]');
    const [place] = boxes(el, '.place');
    expect(Math.abs(place!.top - interval!.top)).toBeLessThan(1);
    expect(Math.abs(height(el) - height(without))).toBeLessThan(1);
  });

  test('begins on that line where it takes two, and is written without hyphens that it does not have', async () => {
    const el = await shown({ ...contact, href: mailbox });
    const [interval] = boxes(el, '[part=interval]');
    const [place] = boxes(el, '.place');
    expect(place!.height).toBeGreaterThan(30);
    expect(Math.abs(place!.top - interval!.top)).toBeLessThan(1);
    const tops = boxes(el, '[part=cta]').map(({ top }) => Math.round(top));
    expect(new Set(tops).size).toBe(1);
    expect(tops[0]).toBeGreaterThanOrEqual(Math.round(place!.bottom));
    expect(getComputedStyle(find(el, '.place')).hyphens).toBe('none');
  });
});

/** Where the letters of a text stand. */
function baseline(text: Element): number {
  const probe = text.appendChild(document.createElement('i'));
  probe.style.display = 'inline-block';
  const { bottom } = probe.getBoundingClientRect();
  probe.remove();
  return bottom;
}

test('words in place of a price stand on the line of prices', async () => {
  const el = await show(within(1000, tag()), {
    offers: [
      offer('A', { price: price('12') }),
      offer('B', { displayPrice: [{ text: 'On request' }] }),
      offer('C', { displayPrice: [{ text: '€9', style: 'strong' }, { text: ' a month' }] }),
    ],
  });
  const [amount, ...words] = ['.amount', '.own', '.own strong'].map((each) =>
    baseline(findAll(el, each)[0]!),
  );
  for (const each of words) expect(Math.abs(each - amount!)).toBeLessThan(1.5);
});

describe('choosing an offer moves nothing', () => {
  // prettier-ignore
  test.for([
    ['en', 'compact'], ['de', 'compact'], ['fr', 'compact'], ['ar', 'compact'], ['ja', 'compact'], ['en', 'list'], ['en', 'cards'],
  ])('in %s, as %s', async ([locale, layout]) => {
    const el = await show(within(320, tag(`select="many" layout="${layout}" locale="${locale}"`)), {
      offers: ['Individual', 'Departments'].map((name) => offer(name, { price: price('29') })),
    });
    await finished(el);
    const parts = '[part~=offer], [part=cta]:not(a), [part=price], [part=cta] input';
    const before = boxes(el, parts);
    await userEvent.click(find(el, '.choice'));
    await appears(el, 'a[part=cta]');
    expect(boxes(el, parts)).toEqual(before);
  });
});

test('a plan that leaves nothing to press keeps no room for a button', async () => {
  const el = await show(within(390, tag('current="/offers2/A"')), {
    offers: [offer('A', { features: ['One'] }), offer('B', { features: ['One'] })],
  });
  const heights = boxes(el, '.actions').map(({ height }) => height);
  expect(heights[0]).toBe(0);
  expect(heights[1]).toBeGreaterThan(44);
});

test('a link to copy moves no button', async () => {
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  const el = await show(within(1000, tag('copy-link')), {
    offers: ['A', 'B', 'C'].map((name) => offer(name, { features: ['One'] })),
  });
  await finished(el);
  const before = boxes(el, '.cta, .copy');
  await userEvent.click(findAll(el, '.copy')[1]!);
  const field = await appears(el, '[part=link]');
  Reflect.deleteProperty(navigator, 'clipboard');
  expect(boxes(el, '.cta, .copy')).toEqual(before);
  const [, card] = boxes(el, '[part~=offer]');
  const box = field.getBoundingClientRect();
  expect([box.left >= card!.left, box.right <= card!.right]).toEqual([true, true]);
});

test('the line of trust stands below the line about the code as notes do', async () => {
  const el = await show(
    within(800, tag('promo-code="SAVE20"', '<p slot="trust" style="margin: 0">Cancel any time.</p>')),
    { offers: [offer('A')] },
  );
  const code = (await appears(el, '[part=code]')).getBoundingClientRect();
  const trust = el.querySelector('[slot=trust]')!.getBoundingClientRect();
  expect(Math.round(trust.top - code.bottom)).toBe(8);
});

describe('the size of amounts', () => {
  // prettier-ignore
  test.for<[amount: string, currency: string, locale: string, size: string]>([
    ['12',      'EUR', 'en', '40px'],
    ['24.17',   'EUR', 'en', '40px'],
    ['12.99',   'EUR', 'de', '40px'],
    ['1234',    'EUR', 'de', '40px'],
    ['29',      'CHF', 'de', '40px'],
    ['49',      'SAR', 'ar', '40px'],
    ['234.56',  'EUR', 'en', '24px'],
    ['1234.56', 'EUR', 'de', '24px'],
    ['1250000', 'IDR', 'en', '18px'],
    ['1234.56', 'CHF', 'en', '18px'],
  ])('%s %s, in %s, is %s, and fits into the narrowest card', async ([amount, currency, locale, size]) => {
    const el = await show(within(220, tag(`layout="cards" locale="${locale}"`)), {
      offers: [offer('A', { price: price(amount, currency) })],
    });
    await finished(el);
    const shown = find(el, '.amount');
    expect(getComputedStyle(shown).fontSize).toBe(size);
    expect(shown.getClientRects()).toHaveLength(1);
    const line = find(el, '.line').getBoundingClientRect();
    expect(shown.getBoundingClientRect().width).toBeLessThanOrEqual(line.width);
  });
});
