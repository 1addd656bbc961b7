import { chromium } from 'playwright';
import { expect, inject, onTestFinished, test } from 'vitest';
import { goPage, type GoPage } from '../../src/server/agents/go-page.ts';
import { audit } from '../playground/audit.ts';

const SHOP = 'https://shop.example.com';
const link = {
  url: `${SHOP}/signed`,
  names: 'Team, 5 seats',
  expiresAt: Date.UTC(2026, 10, 26, 14, 5),
  fallback: `${SHOP}/checkout?purchase=%2Foffers2%2FTeam`,
};

const pages: GoPage[] = [
  { kind: 'ready', link, address: 'https://offers.example.com/go/CODE' },
  { kind: 'over', link },
  { kind: 'mistyped', shop: SHOP },
  { kind: 'unknown', shop: SHOP },
];
const looks = pages.flatMap((page) => [
  { kind: page.kind, colorScheme: 'light' as const, page },
  { kind: page.kind, colorScheme: 'dark' as const, page },
]);

test.for(looks)('the page behind a short link can be read and pressed: $kind, $colorScheme', async (look) => {
  const browser = await chromium.connect(inject('browser'));
  onTestFinished(() => browser.close());
  const { colorScheme } = look;
  const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 640 } });
  await page.setContent(await (await goPage(look.page, SHOP)).text());
  expect(await audit(page)).toEqual([]);
  const [ground, width] = await page.evaluate(() => [
    getComputedStyle(document.body).backgroundColor,
    document.documentElement.scrollWidth,
  ]);
  expect(ground).toBe(colorScheme === 'dark' ? 'rgb(23, 24, 28)' : 'rgb(255, 255, 255)');
  expect(width).toBe(320);
  for (const button of await page.locator('button, .button').all())
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
});

test('says until when a checkout is open as people read it', async () => {
  const text = await (await goPage(pages[0]!, SHOP)).text();
  expect(text).toMatch(/open until 26 November 2026\D* 14:05 UTC/);
});
