import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KNOWN, serveDemo, type Demo } from './demo-chain.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await serveDemo();
});
afterAll(() => demo.close());

const ADA = {
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Lovelace',
  companyName: 'Analytical Engines',
  phone: '+44 20 7946 0000',
};

describe('from the page through the backend and Limio to the checkout', () => {
  test('what a chat knows is filled in, with seats, promo code and expiry', async () => {
    const { page, buy, checkout, baskets } = await demo.visit();
    await page.locator('#known').getByRole('button', { name: 'More, Team' }).click();
    await buy();
    expect(await checkout()).toEqual({
      ...ADA,
      lines: ['Team\nQuantity 4\n$116.00\nper month'],
      sums: ['Subtotal\n$116.00', 'Code SAVE20\n−$23.20', 'Due today\n$92.80'],
      notices: [
        expect.stringMatching(
          /^This basket is kept for you until .*\d\d:\d\d [AP]M\.$|^This basket is kept for you until .*\d:\d\d [AP]M\.$/,
        ) as string,
      ],
    });
    expect(baskets()).toBe(1);
    const basket = [...demo.chain.limio.state.baskets.values()].at(-1);
    expect(basket!.expiresAt - basket!.createdAt).toBe(4 * 3_600_000);
  });

  test('what is typed is filled in, and only what is missing was asked for', async () => {
    const { page, buy, checkout, baskets } = await demo.visit();
    await page.locator('#asking a[part~=cta][href*="Starter%20Monthly"]').click();
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('E-mail').fill('grace@example.com');
    await page.getByLabel('First name').fill('Grace');
    await page.getByLabel('Last name').fill('Hopper');
    await buy('#asking dialog [type=submit]');
    expect(await checkout()).toMatchObject({
      email: 'grace@example.com',
      firstName: 'Grace',
      lastName: 'Hopper',
      companyName: '',
      lines: ['Starter\nQuantity 1\n$12.00\nper month'],
    });
    expect(baskets()).toBe(1);
  });

  test('without details, the plain link sells', async () => {
    const { page, buy, checkout, baskets } = await demo.visit();
    await page.locator('#asking a[part~=cta][href*="Starter%20Monthly"]').click();
    await page.getByRole('dialog').waitFor();
    await buy('#asking dialog [part~=without]');
    expect(await checkout()).toMatchObject({ email: '', lines: ['Starter\nQuantity 1\n$12.00\nper month'] });
    expect(baskets()).toBe(0);
  });

  test('in a new window, the page stays and has no hold on the shop', async () => {
    const { page, context } = await demo.visit();
    await page.evaluate(() => (document.querySelector('limio-offers')!.target = '_blank'));
    const opened = context.waitForEvent('page');
    await page.locator(KNOWN).click();
    const tab = await opened;
    await tab.waitForURL(/\/checkout\?basket=/);
    expect(await tab.locator('input[name=email]').inputValue()).toBe(ADA.email);
    expect(await tab.evaluate(() => window.opener as unknown)).toBeNull();
    expect(await tab.evaluate(() => document.referrer)).toBe('');
    expect(page.url()).toBe(`${demo.origin}/assisted.html`);
    await expect.poll(() => page.locator('limio-offers [aria-busy]').count()).toBe(0);
  });

  test('and back: the page is as new, and the next click makes another basket', async () => {
    const { page, buy, checkout, baskets } = await demo.visit();
    await buy();
    await page.evaluate(() => history.back());
    // Whoever waits for a page to load waits in vain for one that comes back from memory.
    await expect.poll(() => page.url()).toMatch(/assisted\.html$/);
    await expect.poll(() => page.locator('limio-offers [aria-busy]').count()).toBe(0);
    await buy();
    expect(await checkout()).toMatchObject(ADA);
    expect(baskets()).toBe(2);
  });

  test('a double click makes one basket', async () => {
    const { page, checkout, baskets } = await demo.visit('?scenario=slow=300');
    const arrived = page.waitForURL(/\/checkout\?basket=/);
    await page.locator(KNOWN).dblclick({ noWaitAfter: true });
    await arrived;
    expect(await checkout()).toMatchObject(ADA);
    expect(baskets()).toBe(1);
  });

  test('one token and one look at the catalogue serve a whole visit', async () => {
    const { buy } = await demo.visit();
    const before = demo.chain.limio.log.length;
    await buy();
    const asked = demo.chain.limio.log.slice(before).map(({ operation }) => operation);
    expect(asked.filter(Boolean)).toEqual(['initiateCheckout', 'applyPromoCode']);
  });
});

describe('who looks on', () => {
  test('learns of details and signed links from no address, no storage and no message', async () => {
    const { page, context, buy } = await demo.visit();
    const [addresses, bodies, said]: [string[], string[], string[]] = [[], [], []];
    context.on('request', (request) => {
      addresses.push(request.url(), JSON.stringify(request.headers()));
      if (request.postData()) bodies.push(request.postData()!);
    });
    page.on('console', (message) => said.push(message.text()));
    await buy();
    const personal = /ada@|ada%40|lovelace|analytical|7946/i;
    expect(addresses.filter((address) => personal.test(address))).toEqual([]);
    expect(bodies.filter((body) => personal.test(body))).toHaveLength(1);
    expect(addresses.filter((address) => /recover=/.test(address))).toHaveLength(1);
    expect(said.filter((line) => personal.test(line) || /recover=/.test(line))).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(kept).not.toMatch(personal);
    expect(kept).not.toMatch(/recover=/);
  });
});
