import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { userEvent } from '../setup/user-event.ts';
import {
  appears,
  drawn,
  find,
  findAll,
  finished,
  held,
  offer,
  place,
  root,
  serve,
  show,
  tag,
  texts,
} from './fixtures.ts';
import { many, pageStyle, within } from './surroundings.ts';

beforeAll(() => page.viewport(1280, 900));

const cards = (el: Element) => findAll(el, '[part~=offer]').map((card) => card.getBoundingClientRect());
const lefts = (el: Element) => [...new Set(cards(el).map(({ left }) => Math.round(left)))];

describe('the cards', () => {
  // prettier-ignore
  const columns: Array<[width: number, offers: number, columns: number]> = [
    [1200, 1, 1], [1200, 2, 2], [1200, 3, 3], [1200, 4, 4], [1200, 9, 4],
    [700,  1, 1], [700,  2, 2], [700,  5, 2],
    [400,  3, 1], [300,  3, 1],
  ];
  test.for(columns)('in %d px, %d of them stand in %d columns', async ([width, count, expected]) => {
    const el = await show(within(width, tag()), { offers: many(count) });
    expect(lefts(el)).toHaveLength(expected);
    const widths = cards(el).map((card) => card.width);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(Math.min(220, width));
    expect(Math.max(...widths)).toBeLessThanOrEqual(400);
  });

  test('share the width evenly', async () => {
    const el = await show(within(1200, tag()), { offers: many(4) });
    expect(cards(el).map((card) => card.width)).toEqual(Array(4).fill((1200 - 3 * 24) / 4));
  });

  test('have wider columns where the text is larger, and no amount is torn', async () => {
    pageStyle('limio-offers { --limio-size: 32px }');
    const offers = many(4).map((each) => ({ ...each, price: { amount: '2900', currency: 'JPY' } }));
    const el = await show(within(1248, tag()), { offers });
    expect(new Set(cards(el).map(({ left }) => left)).size).toBe(2);
    expect(findAll(el, '.amount').map(({ offsetHeight }) => offsetHeight)).toEqual(Array(4).fill(96));
  });

  test('have columns as wide as the page wants', async () => {
    pageStyle('limio-offers { --limio-column: 500px; --limio-gap: 10px }');
    const el = await show(within(1200, tag()), { offers: many(3) });
    expect(cards(el).map(({ width }) => width)).toEqual([500, 500, 500]);
    expect(lefts(el)).toHaveLength(1);
  });

  test('have their buttons on one line, whatever stands above', async () => {
    const el = await show(within(1200, tag()), {
      offers: [
        offer('Short', { features: [] }),
        offer('A name so long that it takes more than one line', {
          summary: 'And a summary '.repeat(9),
          badge: 'New',
        }),
        offer('Long', {
          features: Array(9).fill('One more thing'),
          smallPrint: [{ text: 'Then more '.repeat(9) }],
        }),
      ],
    });
    const tops = findAll(el, '[part=cta]').map((cta) => Math.round(cta.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    const bottoms = cards(el).map(({ bottom }) => Math.round(bottom));
    expect(new Set(bottoms).size).toBe(1);
  });

  test('are rows where a list is asked for', async () => {
    const el = await show(within(1200, tag('layout="list"')), { offers: many(3) });
    expect(lefts(el)).toHaveLength(1);
    expect(isRow(el)).toBe(true);
    expect(getComputedStyle(find(el, '[part=feature]')).display).not.toBe('none');
  });

  // prettier-ignore
  const panels: Array<[behaviour: string, width: number, attributes: string, inRows: boolean, isBrief: boolean]> = [
    ['in a panel of 300 px: rows',         300, '',                  true,  false],
    ['in a panel of 319 px: rows',         319, '',                  true,  false],
    ['in a panel of 320 px: cards',        320, '',                  false, false],
    ['where cards are asked for',          300, 'layout="cards"',    false, false],
    ['where compact rows are asked for',   700, 'layout="compact"',  true,  true],
  ];
  test.for(panels)('say all there is to say %s', async ([, width, attributes, inRows, isBrief]) => {
    const el = await show(within(width, tag(attributes)), { offers: [offer('A', { summary: 'More' })] });
    expect(isRow(el)).toBe(inRows);
    for (const part of ['summary', 'features'])
      expect(getComputedStyle(find(el, `[part~=${part}]`)).display === 'none').toBe(isBrief);
    expect(texts(el, 'amount')).toHaveLength(1);
  });

  /** The button stands beside the name, not below it. */
  const isRow = (el: Element) => {
    const [name, price, cta] = [
      find(el, '[part=name]'),
      find(el, '[part=price]'),
      find(el, '[part=cta]'),
    ].map((part) => part.getBoundingClientRect());
    return cta!.left > name!.left + 40 && cta!.top < price!.bottom;
  };

  test('give way to a lone button in a sentence', async () => {
    const el = await show(`<p>Join now: ${tag('layout="button"')} today.</p>`, { offers: many(1) });
    const [host, cta] = [el, find(el, '[part=cta]')].map((each) => each.getBoundingClientRect());
    expect(getComputedStyle(el).display).toBe('inline');
    expect(host!.width).toBeLessThan(300);
    expect(Math.round(host!.width)).toBe(Math.round(cta!.width));
    expect(findAll(el, '[part~=offer]')).toEqual([]);
  });

  test('keep a lone button as narrow as the page, whatever is sold', async () => {
    const el = await show(within(300, tag('layout="button"')), {
      offers: [offer('W'.repeat(200)), offer('Langer Name '.repeat(20))],
    });
    for (const cta of findAll(el, '[part=cta]')) expect(cta.scrollWidth).toBeLessThanOrEqual(300);
  });

  test('hold their height while offers are loading', async () => {
    pageStyle('limio-offers { --limio-card-height: 420px }');
    const { give, answer } = held();
    serve(answer);
    const el = place(within(1200, tag('src="/tall.json"')));
    const bar = await appears(el, '[part=placeholder]');
    expect(bar.getBoundingClientRect().height).toBeGreaterThan(10);
    const before = find(el, '[part=offers]').getBoundingClientRect();
    expect(before.height).toBeGreaterThanOrEqual(420);
    give(Response.json(many(3)));
    await drawn(el);
    const after = find(el, '[part=offers]').getBoundingClientRect();
    expect([after.top, after.height]).toEqual([before.top, before.height]);
  });

  test('grow as a whole with the size of the text', async () => {
    pageStyle('limio-offers { --limio-size: 32px }');
    const el = await show(within(1200, tag()), {
      offers: [offer('A', { badge: 'Most popular' }), offer('B')],
    });
    await finished(el);
    const tick = getComputedStyle(find(el, '[part=feature]'), '::before');
    expect(parseFloat(tick.width)).toBeCloseTo(0.4 * 32, 1);
    expect(parseFloat(tick.height)).toBeCloseTo(0.7 * 32, 1);
    const badge = find(el, '.badge').getBoundingClientRect();
    const [card] = cards(el);
    // On the edge, which is 1 px.
    expect(badge.top + badge.height / 2).toBeCloseTo(card!.top + 1, 0);
    expect(badge.top).toBeGreaterThanOrEqual(find(el, '[part=offers]').getBoundingClientRect().top);
  });

  test('are not seen where the page hides the element', async () => {
    const el = await show(tag('hidden'), { offers: many(1) });
    expect(el.getClientRects()).toHaveLength(0);
  });
});

test('a switch that does not fit on one line has its choices as wide as it is', async () => {
  const offers = [offer('A', { group: 'monthly' }), offer('B', { group: 'a-quarter-with-a-long-name' })];
  const el = await show(within(280, tag()), { offers });
  const boxes = findAll(el, '[part=group]').map((group) => group.getBoundingClientRect());
  expect(boxes[1]!.top).toBeGreaterThan(boxes[0]!.top);
  expect(boxes[0]!.width).toBe(boxes[1]!.width);
});

describe('what can be pressed', () => {
  const offers = [offer('A', { group: 'monthly' }), offer('B', { group: 'yearly' })];
  test.for([
    '',
    'layout="list"',
    'layout="compact"',
    'layout="button"',
    'copy-link',
    'select="many"',
    'select="many" layout="compact"',
  ])('is at least 44 px high and wide with %s', async (attributes) => {
    const el = await show(within(300, tag(attributes)), { offers });
    const targets = findAll(el, 'a, button, label');
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) {
      const { width, height } = target.getBoundingClientRect();
      expect(height, target.outerHTML).toBeGreaterThanOrEqual(44);
      expect(width, target.outerHTML).toBeGreaterThanOrEqual(44);
    }
  });

  test('shows where the focus is', async () => {
    const el = await show(tag('copy-link'), { offers });
    await finished(el);
    for (let n = 0; n < 3; n++) {
      await userEvent.tab();
      const focused = root(el).activeElement!;
      const ring = [focused, focused.parentElement!].map((each) => getComputedStyle(each));
      expect(
        ring.some(({ outlineStyle, outlineWidth }) => outlineStyle === 'solid' && outlineWidth === '2px'),
      ).toBe(true);
    }
  });
});

describe('in a small space', () => {
  const SPACED =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';
  const HUGE = ['123456789.99', '999999999.99'] as const;
  const LARGE = ['1234.5', '9999'] as const;
  const offers = ([amount, was]: readonly [string, string]) => [
    offer('Donaudampfschifffahrtsgesellschaftsabonnement', {
      summary: 'x'.repeat(80),
      badge: 'Most popular of all that there are',
      features: ['y'.repeat(80)],
      group: 'monthly',
      price: { amount, currency: 'KWD', was, interval: { unit: 'month', count: 3 } },
      cta: 'Subscribe to this now, and never look back again',
    }),
    offer('B', { group: 'quarterly-with-a-discount' }),
  ];
  // prettier-ignore
  const layouts = ['', 'layout="cards"', 'layout="list"', 'layout="compact"', 'select="many"', 'copy-link', 'locale="ar"'];
  test.for([280, 320].flatMap((width) => layouts.map((layout) => [width, layout] as const)))(
    'of %d px nothing sticks out with %s',
    async ([width, attributes]) => {
      pageStyle(SPACED);
      // WebKit breaks a word anywhere only where all of it runs in one direction.
      const prices = attributes.includes('"ar"') ? LARGE : HUGE;
      const el = await show(within(width, tag(attributes)), { offers: offers(prices) });
      const spacing = new CSSStyleSheet();
      spacing.replaceSync(SPACED);
      root(el).adoptedStyleSheets.push(spacing);
      const base = find(el, '[part=base]').getBoundingClientRect();
      for (const part of findAll(el, '[part], span:not(.unseen), p:not(.unseen)')) {
        const { left, right } = part.getBoundingClientRect();
        expect(left, part.outerHTML).toBeGreaterThanOrEqual(base.left - 1);
        expect(right, part.outerHTML).toBeLessThanOrEqual(base.right + 1);
      }
    },
  );
});
