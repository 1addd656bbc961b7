import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGroups, serveDemoPages, type DemoPages } from './demo-pages.ts';

let demo: DemoPages;
beforeAll(async () => {
  demo = await serveDemoPages();
});
afterAll(() => demo.close());

test('a plan that is typed with an address is a card that leads there', async () => {
  const { page, noise } = await demo.visit('/');
  await page.getByRole('radio', { name: 'Type' }).check();
  await openGroups(page);
  const first = page.locator('.plan').first();
  await first.getByLabel('Button text').fill('Talk to us');
  await first.getByLabel('Button text').press('Tab');
  await first.getByLabel(/^Leads to/).fill('sales@example.com');
  await first.getByLabel(/^Leads to/).press('Tab');
  const card = page.locator('.stage a[part~=cta][href="mailto:sales@example.com"]');
  await card.filter({ hasText: 'Talk to us' }).waitFor();
  await expect.poll(() => page.getByLabel('Code to paste').innerText()).toContain('mailto:sales@example.com');
  expect(noise).toEqual([]);
});

const SHOP_LINK = '<a href="https://shop.example.org/checkout?purchase=%2Foffers2%2FPro">Pro</a>';

// prettier-ignore
const pasted: Array<[what: string, text: string, href: string]> = [
  ['a link with a name',            `${SHOP_LINK}<a href="tel:+4930123456" data-name="Big">Call us</a>`,                             'tel:+4930123456'],
  ['a table that has a mailbox',    `<table><tr><th>Plan<th>Price<tr><td>Big<td><a href="mailto:a@example.com">Ask</a></table>`, 'mailto:a@example.com'],
  ['cells with an address',         'Plan;Price;Link\nPro;29 EUR;\nBig;;https://other.example.com/buy',                              'https://other.example.com/buy'],
];
test.for(pasted)('what is pasted leads where it says, and no path is made up: %s', async ([, text, href]) => {
  const { page, noise } = await demo.visit('/');
  await page.getByRole('radio', { name: 'Paste' }).check();
  await page.getByLabel('JSON, purchase links, HTML or a table').fill(text);
  await page.locator(`.stage a[part~=cta][href="${href}"]`).waitFor();
  await expect.poll(() => page.getByLabel('Code to paste').innerText()).toContain(href);
  expect(noise).toEqual([]);
});

test('a link to more about a plan that is pasted with it is no second plan', async () => {
  const { page, noise } = await demo.visit('/');
  await page.getByRole('radio', { name: 'Paste' }).check();
  const details = '<a href="https://www.example.com/pro">Details</a>';
  const text = `<div data-name="Pro">${details}${SHOP_LINK}</div>${SHOP_LINK.replaceAll('Pro', 'Team')}`;
  await page.getByLabel('JSON, purchase links, HTML or a table').fill(text);
  await page.locator('.stage a[part~=cta]').filter({ hasText: 'Team' }).waitFor();
  expect(
    await page
      .locator('.stage a[part~=cta]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href'))),
  ).toEqual(['Pro', 'Team'].map((name) => `https://shop.example.org/checkout?purchase=%2Foffers2%2F${name}`));
  expect(noise).toEqual([]);
});
