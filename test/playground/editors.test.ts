import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { serveDemoPages, type DemoPages } from './demo-pages.ts';

let demo: DemoPages;
beforeAll(async () => {
  demo = await serveDemoPages();
});
afterAll(() => demo.close());

const TEAM = '/checkout?purchase=%2Foffers2%2FDesk%20Team%20Monthly';

describe('What is left of the snippet sells', () => {
  // prettier-ignore
  const cases: Array<[what: string, name: string, cards: number]> = [
    ['where the editor removed the tag',             'author',      0],
    ['where the editor removed every attribute',     'attributes',  2],
    ['among paragraphs and breaks',                  'paragraphs',  2],
    ['with typographic quotes',                      'quotes',      2],
    ['behind a tag that closes itself',              'self-closed', 3],
    ['with the script that a tag manager put in',    'tag-manager', 2],
    ['while the script waits for consent',           'consent',     0],
  ];
  test.for(cases)('%s', async ([, name, cards]) => {
    const { page, noise } = await demo.visit(`/editors/${name}.html`, {}, 'h1');
    await expect.poll(() => page.locator('.card').filter({ visible: true }).count()).toBe(cards);
    await expect
      .poll(() => page.getByText(/Cancel whenever you like|The end of the page/).isVisible())
      .toBe(true);
    await page.getByRole('link', { name: 'Team' }).first().click();
    await page.waitForURL(/\/checkout\?/);
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe(name === 'quotes' ? `${TEAM}&pc=SAVE20` : TEAM);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('as cards, and the data layer hears of it, once the visitor agrees', async () => {
    const { page, noise } = await demo.visit('/editors/consent.html', {}, 'h1');
    const told = page.locator('#told li');
    await page.getByRole('button', { name: 'Agree' }).click();
    await expect.poll(() => told.allInnerTexts()).toEqual([expect.stringContaining('view_item_list')]);
    await page.evaluate(() =>
      document.addEventListener('limio-checkout', (event) => {
        event.preventDefault();
        Object.assign(event, { isTakenOver: true });
      }),
    );
    await page.getByRole('link', { name: 'Team' }).click();
    await expect
      .poll(() => told.allInnerTexts())
      .toEqual(
        ['view_item_list', 'select_item', 'begin_checkout'].map((name) => expect.stringContaining(name)),
      );
    expect(noise).toEqual([]);
    await page.context().close();
  });
});

describe('The page that shows them all', () => {
  test.for(['light', 'dark'] as const)(
    'has nothing to complain of, and fits a phone: %s',
    async (colorScheme) => {
      const { page, noise } = await demo.visit('/editors.html', {
        colorScheme,
        viewport: { width: 320, height: 700 },
      });
      await page.getByLabel('What happened').selectOption('quotes');
      await page.frameLocator('iframe').locator('.card').nth(1).waitFor();
      expect(await page.locator('pre').innerText()).toMatch(/^<limio-offers shop=“/);
      expect(await audit(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(noise).toEqual([]);
      await page.context().close();
    },
  );
});
