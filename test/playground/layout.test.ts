import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { openGroups, serveDemoPages, type DemoPages } from './demo-pages.ts';

let demo: DemoPages;
beforeAll(async () => {
  demo = await serveDemoPages();
});
afterAll(() => demo.close());

/** The playground in a window of this size, with its cards drawn. */
async function open(width: number, height: number, hash = ''): Promise<Page> {
  const { page } = await demo.visit(`/${hash}`, { viewport: { width, height } });
  await page.locator('.stage a[part~=cta]').nth(2).waitFor();
  return page;
}

const boxOf = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())!;

test.for([1024, 1280])(
  'a window of %s × 800 holds preview, code, the heads of all settings and what copies',
  async (width) => {
    const page = await open(width, 800);
    const preview = await boxOf(page, '.preview');
    const code = await boxOf(page, '.code');
    const controls = await boxOf(page, '.controls');
    expect(code.y).toBeGreaterThanOrEqual(preview.y + preview.height);
    expect(800 - code.y).toBeGreaterThan(200);
    expect(controls.x).toBeGreaterThanOrEqual(preview.x + preview.width);
    for (const head of await page.locator('.controls summary').all()) {
      const { y, height } = (await head.boundingBox())!;
      expect(y + height).toBeLessThanOrEqual(controls.y + controls.height);
    }
    expect((await boxOf(page, 'button.main')).y).toBeLessThan(120);
    await openGroups(page);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800);
    const bar = await boxOf(page, '.code > .hint');
    expect((await boxOf(page, '.code pre')).y).toBeGreaterThanOrEqual(bar.y + bar.height);
    await page.context().close();
  },
);

test.for([390, 768])(
  'at %s px the preview and what copies stay in sight on the way to the code',
  async (width) => {
    const page = await open(width, 800);
    for (const part of ['.controls details:last-child', '.code pre']) {
      await page.locator(part).evaluate((it) => it.scrollIntoView({ block: 'end' }));
      await expect.poll(async () => (await boxOf(page, '.preview')).y).toBe(0);
      expect((await boxOf(page, '.preview')).height).toBeLessThanOrEqual(320);
      const copy = await boxOf(page, 'button.main');
      expect(copy.y + copy.height).toBeLessThanOrEqual(800);
    }
    await page.context().close();
  },
);

test('a window that is low keeps its room for what is being set', async () => {
  const page = await open(700, 380);
  await page.locator('.code').evaluate((it) => it.scrollIntoView());
  await expect.poll(async () => (await boxOf(page, '.preview')).y).toBeLessThan(0);
  await page.context().close();
});

/** What has the focus: where it stands in the page, what it is, and whether it can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let root: Document | ShadowRoot = document;
    while (root.activeElement?.shadowRoot?.activeElement) root = root.activeElement.shadowRoot;
    const it = root.activeElement!;
    const { left, right, top, bottom } = it.getBoundingClientRect();
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 8, top + 8],
    ] as const;
    return {
      part: document.activeElement!.closest('.skip, nav, .dock, .preview, .controls, .code')?.className ?? '',
      markup: it.outerHTML.slice(0, 90),
      isSeen: points.some(([x, y]) => it.contains(root.elementFromPoint(x, y))),
    };
  });

// prettier-ignore
const walks: Array<[width: number, parts: string[]]> = [
  [1280, ['skip', 'demo-pages', 'dock', 'preview', 'controls', 'code']],
  [768,  ['skip', 'demo-pages', 'preview', 'controls', 'code', 'dock']],
  [390,  ['skip', 'demo-pages', 'preview', 'controls', 'code', 'dock']],
];
test.for(walks)(
  'at %s × 800 Tab goes through all of it as it stands, and nothing is hidden',
  async ([width, order]) => {
    const page = await open(width, 800);
    await openGroups(page);
    await page.evaluate(() => {
      scrollTo(0, 0);
      document.querySelector<HTMLElement>('.skip')!.focus();
    });
    const parts: string[] = [];
    const hidden: string[] = [];
    for (let n = 0; n < 200; n++) {
      const { part, markup, isSeen } = await focused(page);
      if (parts.length && part === '') break;
      if (part !== parts.at(-1)) parts.push(part);
      // How far a bar of links is scrolled for one that is partly seen is up to the browser.
      if (!isSeen && part !== 'demo-pages') hidden.push(markup);
      if (part === order.at(-1) && markup.includes(width < 1024 ? 'class="main"' : 'Show the QR')) break;
      if (markup.includes('Show the QR') && order.at(-1) === 'code') break;
      await page.keyboard.press('Tab');
    }
    expect(parts).toEqual(order);
    expect(hidden).toEqual([]);
    await page.context().close();
  },
);

test('on a phone the buttons are short to see and whole to hear', async () => {
  const page = await open(390, 800);
  for (const name of ['Share this set-up', 'Try in a blank page', 'Copy code']) {
    const button = page.getByRole('button', { name, exact: true });
    const { width, height } = (await button.boundingBox())!;
    expect(width).toBeLessThan(130);
    expect(height).toBeLessThan(50);
  }
  expect(await audit(page)).toEqual([]);
  await page.getByRole('button', { name: 'Copy code' }).click();
  await page.getByText('Copied. Paste it').waitFor();
  await page.context().close();
});

test('the head of each group says what is set in it', async () => {
  const page = await open(1280, 800, '#layout=list&locale=de&promo-code=SAVE20&files=npm&copy-link=true');
  await expect
    .poll(async () =>
      (await page.locator('.controls summary').allInnerTexts()).map((text) => text.replaceAll('\n', ': ')),
    )
    .toEqual([
      'Offers: 3 shown',
      'Look: Plain, List',
      'Buying: SAVE20, button that copies the link',
      'Words and language: Deutsch',
      'Where it goes: HTML, npm CDN',
      'Everything else: standard',
    ]);
  await page.context().close();
});
