import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { audit } from './audit.ts';
import { openGroups, serveDemoPages, type DemoPages } from './demo-pages.ts';

let demo: DemoPages;
beforeAll(async () => {
  demo = await serveDemoPages();
});
afterAll(() => demo.close());

const code = (page: Page) => page.getByLabel('Code to paste').innerText();
const cards = (page: Page) => page.locator('.stage a[part~=cta]');
const link = (name: string) =>
  `<a href="https://shop.example.org/checkout?purchase=%2Foffers2%2F${name}&amp;pc=SUMMER" data-price="29" data-currency="EUR" data-interval="month">${name}</a>`;

async function textOf(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

// prettier-ignore
const pasted: Array<[what: string, text: string, names: string[], said: RegExp]> = [
  ['HTML with links',       `<p>Our plans:</p>${link('Pro')}<p>${link('Team')}</p>`,                          ['Pro', 'Team'], /2 offers read from HTML of https:\/\/shop\.example\.org/],
  ['a whole tag',           `<limio-offers shop="https://shop.example.org">${link('Pro')}</limio-offers>`,     ['Pro'],         /1 offer read from HTML/],
  ['a tag with a list',     `<limio-offers shop="https://shop.example.org"><script type="application/json">[{"path":"/offers2/Pro","name":"Pro"}]</script>${link('X')}</limio-offers>`, ['Pro'], /1 offer read from HTML of/],
  ['a hostile page',        `${link('Pro')}<img src=x onerror="document.title='harmed'"><script>document.title='harmed'</script>`, ['Pro'], /1 offer read/],
  ['cells of a spreadsheet', 'Plan\tPrice\tPeriod\tBadge\tLink\nPro\t29 EUR\tmonthly\tNew\thttps://shop.example.org/checkout?purchase=%2Foffers2%2FPro&pc=SUMMER', ['Pro'], /1 offer read from a table of/],
  ['a table of a page',      `<table><tr><th>Plan<th>Price<th><tr><td>Pro<td>29&nbsp;€/Monat<td>${link('Pro').replace('>Pro', '>Buy')}</table>`, ['Pro'], /1 offer read from a table of/],
  ['purchase links',        'Pro: https://shop.example.org/checkout?purchase=%2Foffers2%2FPro&pc=SUMMER',       ['Pro'],         /1 offer read from links of/],
];
test.for(pasted)('%s becomes a snippet of one’s own', async ([, text, names, said]) => {
  const { page, noise } = await demo.visit('/');
  await page.getByRole('radio', { name: 'Paste' }).check();
  await page.getByLabel('JSON, purchase links, HTML or a table').fill(text);
  await page.getByText(said).waitFor();
  await expect.poll(() => page.locator('.stage .card').count()).toBe(names.length);
  expect(await page.getByLabel('Address of your shop').inputValue()).toBe('https://shop.example.org');
  expect(await page.getByLabel('Promo code').inputValue()).toBe('SUMMER');
  for (const name of names)
    await expect.poll(() => code(page)).toContain(`/checkout?purchase=%2Foffers2%2F${name}&amp;pc=SUMMER`);
  expect(await page.title()).toBe('limio-offers playground');
  expect(noise).toEqual([]);
  // The address holds it, so that it can be shared.
  await page.reload();
  await cards(page)
    .nth(names.length - 1)
    .waitFor();
  await page.context().close();
});

test('a reply of Limio that is dropped as a file is shown, and its set-up goes through a file', async () => {
  const { page } = await demo.visit('/');
  const reply = JSON.stringify({ items: [...CATALOGUE, ...CATALOGUE] });
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'offers.json', { type: 'application/json' }));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  }, reply);
  await page.getByText(/offers read from a reply of Limio/).waitFor();
  await cards(page).nth(3).waitFor();
  const shown = await cards(page).count();
  await openGroups(page);
  await page.getByLabel('Promo code').fill('SAVE20');
  // It is too long for an address.
  expect(new URL(page.url()).hash).toBe('');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save this set-up' }).click(),
  ]);
  const file = await textOf(download);
  await page.reload();
  await cards(page).nth(2).waitFor();
  await page.getByRole('radio', { name: 'Paste' }).check();
  await page.locator('input[type=file]').setInputFiles({
    name: 'set-up.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  });
  await page.getByText('Your set-up is back.').waitFor();
  await expect.poll(() => cards(page).count()).toBe(shown);
  expect(await page.getByLabel('Promo code').inputValue()).toBe('SAVE20');
  await page.context().close();
});

test('plans that are typed are sold by their names and prices', async () => {
  const { page, noise } = await demo.visit('/');
  await page.getByRole('radio', { name: 'Type' }).check();
  await openGroups(page);
  const first = page.getByRole('group', { name: 'Starter' });
  await first.getByLabel('Name').fill('Reader');
  await page.keyboard.press('Tab');
  const reader = page.getByRole('group', { name: 'Reader' });
  await reader.getByLabel(/^Path/).fill('/offers2/Reader');
  await reader.getByLabel(/^Price/).fill('€9.50');
  await page.keyboard.press('Tab');
  await reader.getByLabel('Charged').selectOption('week');
  await reader.getByLabel('One sentence').fill('For a single reader');
  await reader.getByLabel(/^Badge/).fill('Most popular');
  await reader.getByLabel(/^What is included/).fill('All articles\nOne newsletter');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => code(page))
    .toMatch(
      /purchase=%2Foffers2%2FReader"[^\n]*data-price="9\.50" data-currency="EUR" data-interval="week" data-summary="For a single reader"[^\n]*All articles\|One newsletter/,
    );
  await page.getByRole('button', { name: 'Add a plan' }).click();
  await expect.poll(() => page.locator('.stage .card').count()).toBe(4);
  await page.getByRole('button', { name: 'Remove Plan 4' }).click();
  await expect.poll(() => page.locator('.stage .card').count()).toBe(3);
  expect(await audit(page)).toEqual([]);
  expect(noise).toEqual([]);
  await page.context().close();
});

test('plans can be put into another order, and another one can stand out', async () => {
  const { page } = await demo.visit('/');
  await page.getByRole('button', { name: 'Move Business, monthly up' }).click();
  const names = () => page.locator('.stage [part~=name]').allInnerTexts();
  await expect.poll(names).toEqual(['Starter', 'Business', 'Team']);
  await openGroups(page);
  await page.getByLabel('Plan that stands out').selectOption({ label: 'Business' });
  await expect
    .poll(() => page.locator('.stage [part~=highlighted] [part~=name]').allInnerTexts())
    .toEqual(['Business']);
  await page.context().close();
});

test('a look is drawn and written, and taken back', async () => {
  const { page } = await demo.visit('/');
  await openGroups(page);
  await page.getByRole('radio', { name: 'Soft' }).check();
  await expect.poll(() => code(page)).toMatch(/<style>\nlimio-offers \{\n {2}--limio-radius: 24px;/);
  const radius = () =>
    page
      .locator('.stage .card')
      .first()
      .evaluate((card) => getComputedStyle(card).borderRadius);
  await expect.poll(radius).toBe('24px');
  await page.getByLabel('Corners').fill('4');
  await expect.poll(radius).toBe('4px');
  await page.reload();
  await expect.poll(radius).toBe('4px');
  await openGroups(page);
  await page.getByRole('radio', { name: 'Plain' }).check();
  await expect.poll(() => code(page)).not.toContain('<style>');
  await page.context().close();
});

test('the snippet is tried in a blank page, where it is cards', async () => {
  const { page } = await demo.visit('/#layout=list&radius=2px');
  await cards(page).nth(2).waitFor();
  const [blank] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Try in a blank page' }).click(),
  ]);
  const element = blank.locator('limio-offers[data-layout=list]');
  // The cards that came with the snippet stand there without any script.
  await expect.poll(() => element.evaluate((el) => el.shadowRoot?.querySelectorAll('.card').length)).toBe(3);
  expect(await blank.locator('h1, nav, form').count()).toBe(0);
  await page.context().close();
});

// prettier-ignore
const screens: Array<[width: number, height: number]> = [[390, 800], [1280, 800], [768, 600]];
test.for(screens)(
  'at %s × %s px, copying is in reach wherever the page is scrolled',
  async ([width, height]) => {
    const { page } = await demo.visit('/', { viewport: { width, height } });
    const copy = page.getByRole('button', { name: /^Copy/ });
    for (const top of [0, 400, 100_000]) {
      await page.evaluate((y) => scrollTo(0, y), top);
      const box = (await copy.boundingBox())!;
      expect(box.y).toBeGreaterThan(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    await page.context().close();
  },
);

test('the QR code of the first plan can be shown and saved', async () => {
  const { page } = await demo.visit('/');
  await page.getByRole('button', { name: 'Show the QR code' }).click();
  const picture = page.getByRole('img', { name: /QR code/ });
  expect(
    await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
  ).toBeGreaterThan(100);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as SVG' }).click(),
  ]);
  expect(await textOf(download)).toMatch(/^<svg/);
  await page.context().close();
});

test('the page that checks pages says what is wrong with one that is pasted', async () => {
  const { page, noise } = await demo.visit('/check.html', {}, 'textarea');
  const box = page.getByLabel('HTML of the page');
  await box.fill(
    '<p>\n<limio-offers shop="https://shop.example.com" layout="grid"></limio-offers><script defer src="https://cdn.example.com/limio-offers.classic.js"></script>',
  );
  await page.getByRole('heading', { name: '2 things are wrong' }).waitFor();
  await page.getByText('grid').last().waitFor();
  await page.getByText('attribute_invalid · line 2').waitFor();
  expect(await audit(page)).toEqual([]);
  await box.fill(
    `<meta http-equiv="content-security-policy" content="script-src 'self'"><limio-offers>${link('Pro')}</limio-offers><script defer src="https://cdn.example.com/limio-offers.classic.js"></script>`,
  );
  await page.getByRole('heading', { name: 'Nothing is wrong' }).waitFor();
  await page.getByLabel('Address of the page').fill('https://www.example.com/pricing');
  await page.getByText('does not allow the script').waitFor();
  expect(noise).toEqual([]);
  await page.context().close();
});
