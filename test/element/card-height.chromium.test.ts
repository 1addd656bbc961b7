import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { find, findAll, show, tag } from './fixtures.ts';
import { many, pageStyle, within } from './surroundings.ts';

beforeAll(() => page.viewport(1280, 900));

const cards = (el: Element) => findAll(el, '[part~=offer]').map((card) => card.getBoundingClientRect());

// Firefox shares the height out among all rows of a card.
test.for([1200, 390])(
  'cards have room at their foot where the page asks for height, in %d px',
  async (width) => {
    const parts = ['name', 'price', 'cta', 'features'];
    const tops = (el: Element) => {
      const boxes = parts.map((part) => find(el, `[part~=${part}]`).getBoundingClientRect());
      // Each below the one before it.
      for (const [n, box] of boxes.slice(1).entries())
        expect(box.top).toBeGreaterThanOrEqual(boxes[n]!.bottom);
      return boxes.map(({ top }) => Math.round(top - cards(el)[0]!.top));
    };
    const plain = tops(await show(within(width, tag()), { offers: many(3) }));
    pageStyle('limio-offers { --limio-card-height: 600px }');
    const tall = await show(within(width, tag()), { offers: many(3) });
    expect(tops(tall)).toEqual(plain);
    for (const { height } of cards(tall)) expect(height).toBeCloseTo(600, 0);
  },
);
