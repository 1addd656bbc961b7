import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pointTo } from '../pages/point-to.ts';
import { audit } from './audit.ts';
import { appears, openGroups, serveDemoPages, type DemoPages } from './demo-pages.ts';

let demo: DemoPages;
beforeAll(async () => {
  demo = await serveDemoPages();
});
afterAll(() => demo.close());

const code = (page: Page) => page.locator('pre').innerText();
const cards = (page: Page) => page.locator('.stage a[part~=cta]');

describe('the playground', () => {
  test('shows offers and the code for them before anything is set', async () => {
    const { page, noise } = await demo.visit('/');
    await cards(page).nth(2).waitFor();
    await expect
      .poll(() => code(page))
      .toMatch(
        /^<link rel="stylesheet" [^\n]* \/>\n<limio-offers data-shop="https:\/\/shop\.example\.com">\n[^]*\n<script type="module" [^\n]*> <\/script>\n$/,
      );
    expect(new URL(page.url()).hash).toBe('');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('writes what is set into the preview, the code and the address, from where it comes back', async () => {
    const { page, noise } = await demo.visit('/');
    await openGroups(page);
    await page.getByLabel('Promo code').fill('save20');
    await page.getByRole('radio', { name: 'List' }).check();
    await page.getByLabel('Language').selectOption('de');
    await page.getByLabel('Business, monthly', { exact: false }).first().uncheck();
    await page.getByRole('radio', { name: 'Vue' }).check();
    const check = async () => {
      await page
        .locator('.stage limio-offers[data-layout=list][data-locale=de][data-promo-code=save20]')
        .waitFor();
      await cards(page).nth(1).waitFor();
      expect(await cards(page).count()).toBe(2);
      expect(await code(page)).toContain('<limio-offers v-pre shop=');
      expect(await code(page)).toContain('pc=SAVE20');
    };
    await check();
    await page.reload();
    await check();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('copies the code as it is, and the address', async () => {
    const { page } = await demo.visit('/#layout=compact');
    await page.getByRole('button', { name: 'Copy code' }).click();
    await page.getByText('Copied. Paste it').waitFor();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    expect(await copied()).toBe(await page.locator('pre').evaluate((el) => el.textContent));
    await page.getByRole('button', { name: 'Share this set-up' }).click();
    await page.getByText('Whoever opens the link').waitFor();
    expect(await copied()).toBe(`${demo.origin}/#layout=compact`);
    await page.context().close();
  });

  test('sells: a button of the preview opens the shop, and the playground stays', async () => {
    const { page } = await demo.visit('/#promo-code=SAVE20');
    const [shop] = await Promise.all([page.waitForEvent('popup'), cards(page).first().click()]);
    await shop.getByText('Starter').waitFor();
    expect(new URL(shop.url()).searchParams.get('pc')).toBe('SAVE20');
    expect(new URL(page.url()).pathname).toBe('/');
    await page.context().close();
  });

  // prettier-ignore
  const widths: Array<[width: string, page: number, layout: string]> = [
    ['280', 280, 'flex'],
    ['390', 390, 'grid'],
    ['768', 768, 'grid'],
  ];
  test.for(widths)('shows a page of %s px', async ([name, width, layout]) => {
    const { page } = await demo.visit('/', { viewport: { width: 1280, height: 800 } });
    await page.getByRole('radio', { name, exact: true }).check();
    const device = page.locator('.device');
    await expect.poll(async () => (await device.boundingBox())!.width).toBe(width);
    const card = page.locator('.stage .card').first();
    await expect.poll(() => card.evaluate((el) => getComputedStyle(el).display)).toBe(layout);
    await page.context().close();
  });

  test.for(['light', 'dark'] as const)(
    'shows the page’s own colours in a %s system, and either of both',
    async (colorScheme) => {
      const { page } = await demo.visit('/', { colorScheme });
      const card = page.locator('.stage .card').first();
      await card.waitFor();
      const other = colorScheme === 'light' ? 'Dark' : 'Light';
      const surface = () => card.evaluate((el) => getComputedStyle(el).backgroundColor);
      const own = await surface();
      const scheme = page.getByRole('group', { name: 'Colours of the page' });
      await scheme.getByRole('radio', { name: other }).check();
      await expect.poll(surface).not.toBe(own);
      await scheme.getByRole('radio', { name: colorScheme === 'light' ? 'Light' : 'Dark' }).check();
      await expect.poll(surface).toBe(own);
      await page.context().close();
    },
  );

  test('can be used by keyboard', async () => {
    const { page } = await demo.visit('/');
    await openGroups(page);
    await page.getByRole('radio', { name: 'Auto' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.stage limio-offers[data-layout=cards]').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('.stage limio-offers[data-layout=list]').waitFor();
    const scheme = page.getByRole('group', { name: 'Colours of the page' });
    await scheme.getByRole('radio', { name: 'Light' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.stage.dark').waitFor();
    await page.context().close();
  });

  test('says what is wrong with the address of a shop, and goes on when it is right', async () => {
    const { page } = await demo.visit('/');
    const shop = page.getByLabel('Address of your shop');
    const copy = page.getByRole('button', { name: 'Copy code' });
    await shop.pressSequentially('acme');
    expect(await page.getByRole('alert').count()).toBe(0);
    await shop.press('Tab');
    await page.getByRole('alert').waitFor();
    expect(await copy.isDisabled()).toBe(true);
    await shop.fill('See https://shop.example.org/checkout?purchase=%2Foffers2%2FPro.');
    await cards(page).first().waitFor();
    expect(await cards(page).first().getAttribute('href')).toMatch(/^https:\/\/shop\.example\.org\//);
    await shop.press('Tab');
    expect(await shop.inputValue()).toBe('https://shop.example.org');
    expect(await copy.isDisabled()).toBe(false);
    await page.context().close();
  });

  test('has nothing to copy while no offer is ticked, and says so', async () => {
    const { page } = await demo.visit('/');
    const boxes = page.locator('.offers input:checked');
    while (await boxes.count()) await boxes.first().uncheck();
    await page.getByText('Tick at least one offer').waitFor();
    expect(await page.getByRole('button', { name: 'Copy code' }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: /^Team, monthly/ }).check();
    await cards(page).first().waitFor();
    expect(await page.getByRole('button', { name: 'Copy code' }).isDisabled()).toBe(false);
    await page.context().close();
  });

  test('writes where the script files live, and says that the example is one', async () => {
    const { page } = await demo.visit('/');
    await page.getByText('cdn.example.com is a placeholder').waitFor();
    await openGroups(page);
    await page.getByLabel('Address of the folder').fill('https://acme.example/offers');
    await page.keyboard.press('Tab');
    await expect.poll(() => code(page)).toContain(' src="https://acme.example/offers/limio-offers.js"');
    await page.context().close();
  });

  test('lets people skip to the code, and keeps the set-up', async () => {
    const { page } = await demo.visit('/#layout=list');
    await page.locator('.stage limio-offers[data-layout=list]').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('code');
    expect(new URL(page.url()).hash).toBe('#layout=list');
    await page.context().close();
  });

  test('takes any address, and runs nothing that stands in it', async () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const value = encodeURIComponent(hostile);
    const { page, noise } = await demo.visit(`/#label=${value}&group=${value}&words=${value}&offer=/nope`);
    await cards(page).first().getByText(hostile).waitFor();
    expect(await page.locator('img[src=x]').count()).toBe(0);
    // No offer has such a label, so the element shows its links and says why.
    await expect.poll(() => noise).toEqual([expect.stringContaining('offers_empty')]);
    await page.context().close();
  });
});

// prettier-ignore
const looks: Array<[what: string, path: string, options?: Parameters<DemoPages['visit']>[1]]> = [
  ['the playground',                     '/'],
  ['the playground in the dark',         '/#scheme=dark&width=390', { colorScheme: 'dark' }],
  ['the playground with all details',    '/#width=280&select=many&checkout=assisted&for=iframe&accent=%23f0b44c'],
  ['the page of chats',                  '/chats.html'],
  ['the page of chats in the dark',      '/chats.html', { colorScheme: 'dark' }],
  ['the page of agents',                 '/agent.html'],
  ['the page of agents in the dark',     '/agent.html', { colorScheme: 'dark' }],
  ['the page of a subscriber',           '/account.html'],
];
test.for(looks)('axe finds nothing on %s', async ([, path, options]) => {
  const { page } = await demo.visit(path, options);
  await expect.poll(() => appears(page, '[part~=cta], input[type=checkbox]')).toBe(true);
  await openGroups(page);
  expect(await audit(page)).toEqual([]);
  await page.context().close();
});

const paths = ['/', '/#width=768', '/chats.html', '/agent.html', '/account.html'];
test.for(paths)('%s is not wider than a phone of 320 px', async (path) => {
  const { page } = await demo.visit(path, { viewport: { width: 320, height: 700 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.context().close();
});

describe('the page of chats', () => {
  test('opens the link of a frame that may do nothing, or shows it where nobody listens', async () => {
    const { page, noise } = await demo.visit('/chats.html');
    // The cards of a list that is still to come may give way under a click.
    const link = page.frameLocator('iframe').locator('[part=offers]:not([aria-busy]) a[part~=cta]').first();
    await link.waitFor();
    await page.locator('iframe[style*=height]').waitFor();
    await pointTo(link);
    const [shop] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await shop.getByText('Starter').waitFor();
    await shop.close();
    await page.getByRole('switch').uncheck();
    await pointTo(link);
    await link.click();
    const shown = page.frameLocator('iframe').locator('input[part=link]');
    await shown.waitFor();
    expect(await shown.inputValue()).toContain('/checkout?purchase=');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  // prettier-ignore
  const chats: Array<[value: string, told: string]> = [
    ['qualified',  'qualified("showFormExperience", "experience-12")'],
    ['salesforce', 'launchChat()'],
    ['intercom',   'Intercom("showNewMessage", "Hello, I need Business for ")'],
    ['hubspot',    'widget.open()'],
  ];
  test.for(chats)('starts a conversation in %s in place of a checkout', async ([value, told]) => {
    const { page } = await demo.visit('/chats.html');
    await page.getByLabel('The page’s chat').selectOption(value);
    await page.getByRole('link', { name: 'Talk to us' }).click();
    await page.getByText(told, { exact: true }).waitFor();
    expect(page.context().pages()).toHaveLength(1);
    await page.context().close();
  });
});
