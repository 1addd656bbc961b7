import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { serveDemoChain } from './demo-site.ts';

let site: Awaited<ReturnType<typeof serveDemoChain>>;
let browser: Browser;
beforeAll(async () => {
  site = await serveDemoChain();
  browser = await chromium.connect(inject('browser'));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The desk, before somebody who works there. */
async function desk(): Promise<Page> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.origin}/desk.html`);
  return page;
}

/** Follows a link that a customer would get; gives the shop's page with the basket. */
async function follow(page: Page, name: string): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name }).click();
  const shop = await opened;
  await shop.locator('html[data-basket]').waitFor();
  return shop;
}

describe('Behind the counter', () => {
  test('a quote for an account opens in the shop, with everything in it', async () => {
    const page = await desk();
    await page.getByLabel('With priority support').check();
    await page.getByRole('button', { name: 'Make the quote' }).click();
    await page.getByText('the code is applied').waitFor();
    await page.getByText('anonymous authentication').first().waitFor();
    const shop = await follow(page, 'Open it as the customer');
    const lines = await shop.locator('#lines li').allInnerTexts();
    expect(lines.map((line) => line.split('\n').slice(0, 2))).toEqual([
      ['Team', 'Quantity 5'],
      ['Priority support', 'Quantity 1'],
    ]);
  });

  // prettier-ignore
  const refused: Array<[what: string, spoil: (page: Page) => Promise<unknown>, said: string]> = [
    ['for longer than the link lives', (page) => page.getByLabel('Days it is good for').fill('31'),                        'Refused: bad_request, expiresAfter.days'],
    ['of what is not there',           (page) => page.getByLabel('Offer').selectOption('An offer that is not there'),      'Refused: offer_unavailable, items.0.path'],
  ];
  test.for(refused)('a quote %s is refused by name', async ([, spoil, said]) => {
    const page = await desk();
    await spoil(page);
    await page.getByRole('button', { name: 'Make the quote' }).click();
    await page.getByText(said).waitFor();
    expect(await page.locator('#quotes a').count()).toBe(0);
  });

  test('what is left behind is what the CRM is told, and opens where it was left', async () => {
    const page = await desk();
    await page.getByRole('button', { name: 'Make the quote' }).click();
    await page.getByRole('link', { name: 'Open it as the customer' }).waitFor();
    await page.getByRole('button', { name: 'Look now' }).click();
    const entry = page.locator('#abandoned li').first();
    await entry.getByText('A quote waits for an answer').waitFor();
    expect(await entry.innerText()).toContain('Team');
    const opened = page.context().waitForEvent('page');
    await entry.getByRole('link').click();
    await (await opened).locator('html[data-basket]').waitFor();
  });

  test('what is bought is known to the CRM at once, as Limio tells it', async () => {
    const page = await desk();
    await page.getByRole('button', { name: 'Make the quote' }).click();
    const shop = await follow(page, 'Open it as the customer');
    await page.getByRole('button', { name: 'Look now' }).click();
    const entry = page.locator('#abandoned li').first();
    await entry.getByText('A quote waits for an answer').waitFor();
    for (const name of ['E-mail', 'First name', 'Last name'])
      await shop.getByLabel(name).fill(name === 'E-mail' ? 'ada@example.com' : 'Ada');
    await shop.getByRole('button', { name: 'Pay' }).click();
    await shop.getByText('Bought, in this sandbox').waitFor();
    await entry.getByText('A quote was accepted').waitFor();
    expect(await entry.getByRole('link').count()).toBe(0);
    expect(site.chain.limio.sent.at(-1)).toEqual({ name: 'order-submitted', status: 200 });
    expect(await shop.getByRole('button', { name: 'Pay' }).count()).toBe(0);
  });

  test('a renewal opens for the subscriber, and for nobody else', async () => {
    const page = await desk();
    await page.getByLabel('E-mail').fill('eve@example.com');
    await page.getByRole('button', { name: 'Start the renewal' }).click();
    await page.getByText('Refused: subscription_unknown').waitFor();
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByRole('button', { name: 'Start the renewal' }).click();
    const shop = await follow(page, 'Open it as the subscriber');
    expect(shop.url()).toMatch(/\/renewal-checkout\?basket=basket-/);
  });

  test('a reseller is told what is blocked, and gets a link without it', async () => {
    const page = await desk();
    await page.getByRole('button', { name: 'Fill the basket' }).click();
    await page.getByText('Not for this reseller: /offers2/Desk Team Monthly').waitFor();
    expect(await page.locator('#partner a').count()).toBe(0);
    await page.getByLabel('not for resellers').uncheck();
    await page.getByRole('button', { name: 'Fill the basket' }).click();
    const shop = await follow(page, 'Open it as the customer');
    expect(await shop.locator('#lines li').allInnerTexts()).toEqual([
      expect.stringContaining('Business') as string,
    ]);
  });

  test('a reseller changes a basket, and is asked again what is blocked', async () => {
    const page = await desk();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByText('Fill the basket first.').waitFor();
    await page.getByRole('button', { name: 'Fill the basket' }).click();
    await page.getByText('Not for this reseller').waitFor();
    await page.getByRole('button', { name: 'Change the basket' }).click();
    await page.locator('#partner a').waitFor();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.locator('#partner').getByText('/validate').waitFor();
    const shop = await follow(page, 'Open it as the customer');
    const lines = await shop.locator('#lines li').allInnerTexts();
    expect(lines.map((line) => line.split('\n').slice(0, 2))).toEqual([
      ['Business, as agreed', 'Quantity 5'],
    ]);
  });

  test('no key is in the page, nor in what it loads', async () => {
    const page = await desk();
    const texts: string[] = [];
    page.on(
      'response',
      (response) =>
        void response.text().then(
          (text) => texts.push(text),
          () => {},
        ),
    );
    await page.getByRole('button', { name: 'Start the renewal' }).click();
    await page.locator('#renewals a').waitFor();
    texts.push(await page.content());
    expect(texts.filter((text) => text.includes(site.chain.deskKey))).toEqual([]);
  });
});
