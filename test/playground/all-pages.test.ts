import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PAGES } from '../../demo/pages.ts';
import { contrast, type Pixel } from '../setup/contrast.ts';
import { audit } from './audit.ts';
import { serveDemoPages, type DemoPages } from './demo-pages.ts';

let demo: DemoPages;
beforeAll(async () => {
  demo = await serveDemoPages();
});
afterAll(() => demo.close());

/** The pages of the shop that have nothing to sell, beside all that the bar leads to. */
const SHOP = ['/checkout?purchase=%2Foffers2%2FNothing', '/cart', '/update?basket=nothing'];

const paths = [...DEMO_PAGES.map(([path]) => path), ...SHOP];

/** Opens a page, and waits until everything on it is drawn. */
async function open(path: string, options: Parameters<DemoPages['visit']>[1]): Promise<Page> {
  const { page } = await demo.visit(path, options, 'h1:visible');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('limio-offers, limio-plan')].every(
      ({ shadowRoot }) =>
        shadowRoot?.querySelector('[part]') && !shadowRoot.querySelector('[part=placeholder]'),
    ),
  );
  return page;
}

const looks = paths.flatMap((path) => [
  { path, colorScheme: 'light' as const, width: 1280 },
  { path, colorScheme: 'dark' as const, width: 390 },
]);

test.for(looks)(
  'axe finds nothing on $path, $colorScheme, $width px',
  async ({ path, colorScheme, width }) => {
    const page = await open(path, { colorScheme, viewport: { width, height: 844 } });
    expect(await audit(page)).toEqual([]);
    expect(await paleFields(page)).toEqual([]);
    expect(await page.locator('h1:visible').count()).toBe(1);
    await page.context().close();
  },
);

test.for(paths)('%s fits a phone of 320 px, its bar shows where one is, and can be skipped', async (path) => {
  const page = await open(path, { viewport: { width: 320, height: 700 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const here = page.locator('.demo-pages [aria-current]');
  for (const link of await here.all()) {
    const { x, width } = (await link.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(320);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(whatHasTheFocus)).toEqual(['skip', true, true]);
  }
  await page.context().close();
});

/** The class of what has the focus, whether it is in sight, and whether what it leads to is there. */
const whatHasTheFocus = () => {
  const it = document.activeElement as HTMLAnchorElement;
  const { left, top, right, bottom } = it.getBoundingClientRect();
  const isSeen = [left + 4, right - 4].every((x) =>
    it.contains(document.elementFromPoint(x, (top + bottom) / 2)),
  );
  return [it.className, isSeen, Boolean(document.querySelector(it.hash))];
};

// The others play a site of somebody else, with a head of its own.
const OURS = ['/gallery.html', '/pricing.html', '/chats.html', '/agent.html', '/desk.html', '/editors.html'];
test.for(OURS)('the title of %s stands above what it is the title of, and is the largest', async (path) => {
  const page = await open(path, { viewport: { width: 1920, height: 900 } });
  const measured = await page.evaluate(() => {
    const size = (each: Element) => parseFloat(getComputedStyle(each).fontSize);
    const [h1, section] = ['h1', 'main > section'].map((name) => document.querySelector(name)!);
    return {
      aside: h1!.getBoundingClientRect().left - section!.getBoundingClientRect().left,
      title: size(h1!),
      others: Math.max(...[...document.querySelectorAll('main h2')].map(size)),
    };
  });
  expect(measured.aside).toBe(0);
  expect(measured.title).toBeGreaterThan(measured.others);
  await page.context().close();
});

/** Fields whose edge is less than 3 : 1 away from what is around them. See WCAG 2.2, 1.4.11. */
const paleFields = async (page: Page): Promise<string[]> =>
  (await fieldsOf(page)).filter(({ around, edge }) => contrast(around, edge) < 3).map(({ markup }) => markup);

/** The fields that are seen, with what is painted around each and on its edge. */
const fieldsOf = (page: Page) =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const paint = (colours: string[]): Pixel => {
      for (const colour of ['#fff', ...colours]) {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    };
    const grounds = (element: Element | null): string[] =>
      element ? [...grounds(element.parentElement), getComputedStyle(element).backgroundColor] : [];
    const fields =
      'input:not([type=checkbox], [type=radio], [type=color], [type=range], [type=file]), select, textarea';
    return [...document.querySelectorAll(fields)]
      .filter((field) => field.getClientRects().length)
      .map((field) => {
        const colours = grounds(field.parentElement);
        return {
          markup: field.outerHTML.slice(0, 80),
          around: paint(colours),
          edge: paint([...colours, getComputedStyle(field).borderTopColor]),
        };
      });
  });
