import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { contrast } from '../setup/contrast.ts';
import { cardsOfThePage, looksOfThePage } from './measure.ts';
import { open, PAGES } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

const { SHOTS } = process.env;

const cases = [...PAGES].flatMap(([name, page]) =>
  [390, 768, 1280, 1600].flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => [name, width, scheme, page] as const),
  ),
);

/** The picture of what stands above the offers: the heading of the page. */
const heading = async (page: Page): Promise<string> =>
  (await page.locator('h1, h2, .title').first().screenshot()).toString('base64');

test.for(cases)('%s, %d px wide, %s', async ([name, width, colorScheme, html]) => {
  // So low that no page has room to spare in which it would stand in the middle, by half a pixel.
  const context = await browser.newContext({ viewport: { width, height: 200 }, colorScheme });
  try {
    const [plain, ours] = await Promise.all([open(context, html, false), open(context, html, true)]);
    await ours.page.locator('limio-offers [part~=offer]').nth(2).waitFor();
    if (SHOTS)
      await ours.page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png`, fullPage: true });

    // The page around the offers is what it would be without us.
    expect(await ours.page.evaluate(looksOfThePage)).toEqual(await plain.page.evaluate(looksOfThePage));
    expect(await heading(ours.page)).toBe(await heading(plain.page));
    expect([plain.errors, ours.errors]).toEqual([[], []]);

    const { host, cards, buttons, words, ...faults } = await ours.page.evaluate(cardsOfThePage);
    const overflow = await plain.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(faults).toEqual({ sticksOut: 0, tornAmounts: 0, overflow });
    expect(words.filter(({ colour, surface }) => contrast(colour, surface) < 4.5)).toEqual([]);
    for (const card of cards) expect(card.width).toBeGreaterThanOrEqual(Math.min(220, host.width));
    // Centred, and each button of a row on one line.
    const [left, right] = [
      Math.min(...cards.map((card) => card.left)),
      Math.max(...cards.map((card) => card.right)),
    ];
    expect(Math.abs(left - host.left - (host.right - right))).toBeLessThanOrEqual(2);
    for (const [n, card] of cards.entries())
      for (const [m, other] of cards.entries())
        if (card.top === other.top) expect(buttons[n]!.bottom).toBeCloseTo(buttons[m]!.bottom, 0);
  } finally {
    await context.close();
  }
});
