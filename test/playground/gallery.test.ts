import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from 'vitest';
import { GALLERY } from '../../demo/gallery/sections.ts';
import { examineMarkup } from '../../src/doctor/examine-markup.ts';
import { readPage } from '../../src/doctor/page/page.ts';
import { test } from '../pages/scene.ts';
import { audit } from './audit.ts';
import { serveDemoPages, type DemoPages } from './demo-pages.ts';

let demo: DemoPages;
beforeAll(async () => {
  demo = await serveDemoPages();
});
afterAll(() => demo.close());

const FOLDER = 'demo/gallery/sections';
const codeOf = (file: string) => readFileSync(`${FOLDER}/${file}.html`, 'utf8');

/** How many cards each section shows, and how many of them lead elsewhere. */
// prettier-ignore
const CARDS: Record<string, [cards: number, elsewhere?: number]> = {
  saas: [3], news: [3], charity: [3], b2b: [3, 1], seats: [2], product: [1], chat: [2], comparison: [3], dark: [2], rtl: [2],
};

test('every file is shown, and every section has a file', () => {
  const files = readdirSync(FOLDER).map((file) => file.replace('.html', ''));
  expect(GALLERY.map(([file]) => file).sort()).toEqual(files.sort());
  expect(Object.keys(CARDS).sort()).toEqual(files.sort());
});

test.for(GALLERY)(
  'the section “%s”, pasted into a blank page, is cards that sell',
  async ([file], { scene }) => {
    const code = codeOf(file)
      .replaceAll('https://shop.example.com', scene.shop.origin)
      .replaceAll('https://offers.example.com', '/limio');
    const script = `<script type="module" src="${scene.cdn.origin}/limio-offers.js"></script>`;
    await scene.open(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plans</title>${code}${script}`,
    );
    await scene.told('limio-ready');
    const [cards, elsewhere = 0] = CARDS[file]!;
    const links = scene.page.locator('limio-offers a[part~=cta]').filter({ visible: true });
    await expect.poll(() => links.count()).toBe(cards);
    const hrefs = await links.evaluateAll((all) => all.map(String));
    expect(hrefs.filter((href) => href.startsWith(`${scene.shop.origin}/checkout?purchase=`))).toHaveLength(
      cards - elsewhere,
    );
  },
);

test.for(GALLERY)(
  'the section “%s” is right by the doctor, and holds a link for where no script runs',
  ([file]) => {
    const page = `<meta name="limio-backend" content="https://offers.example.com">${codeOf(file)}<script type="module" src="https://cdn.example.com/limio-offers.js"></script>`;
    const { findings, seen } = examineMarkup(readPage(page, { url: 'https://www.example.com/' }), Date.now());
    expect(findings).toEqual([]);
    expect(seen).toEqual(
      expect.arrayContaining([expect.stringMatching(/purchase links? of https:\/\/shop\.example\.com/)]),
    );
  },
);

// prettier-ignore
const looks: Array<[width: number, colorScheme: 'light' | 'dark']> = [[390, 'light'], [1280, 'light'], [1280, 'dark']];
test.for(looks)(
  'at %s px, %s, axe finds nothing on the gallery, and it is no wider than its window',
  async ([width, colorScheme]) => {
    const { page, noise } = await demo.visit('/gallery.html', {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await expect
      .poll(() => page.locator('a[part~=cta]').filter({ visible: true }).count())
      .toBeGreaterThan(22);
    expect(await audit(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(noise).toEqual([]);
    await page.context().close();
  },
);

test('a section is copied as it is shown', async () => {
  const { page } = await demo.visit('/gallery.html');
  await page.getByRole('button', { name: 'Copy code of “A charity”' }).click();
  await page.getByRole('status').getByText('The code is copied.').waitFor();
  await page.getByRole('button', { name: 'Copied code of “A charity”' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codeOf('charity'));
  await page.context().close();
});

test('where a browser keeps the clipboard to itself, the code is shown and selected', async () => {
  const { page } = await demo.visit('/gallery.html');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Copy code of “A charity”' }).click();
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('A meal a week');
  expect(await page.getByLabel('Code of “A charity”').isVisible()).toBe(true);
  await page.context().close();
});
