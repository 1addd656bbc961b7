import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { serveDemoChain } from './demo-site.ts';

let site: Awaited<ReturnType<typeof serveDemoChain>>;
beforeAll(async () => {
  site = await serveDemoChain();
});
afterAll(() => site.close());

/** Ada's account, in a browser of her own; what Limio remembers of earlier visits is gone. */
async function visit(query = ''): Promise<Page> {
  site.chain.limio.state.changes.clear();
  site.chain.limio.state.pending.clear();
  const browser = await chromium.connect(inject('browser'));
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${site.origin}/account.html${query}`);
  return page;
}

const facts = (page: Page) => page.locator('limio-plan dl > div').allInnerTexts();

test('a subscriber changes plan from the page to the shop, and finds the change pending when she is back', async () => {
  const page = await visit();
  await page.getByRole('heading', { name: 'Your plan: Team' }).waitFor();
  await page.getByRole('button', { name: 'Choose Starter' }).click();
  await page.getByRole('heading', { name: 'Change your plan' }).waitFor();
  const [total, starts] = await facts(page);
  expect(total).toMatch(/^From \w+ \d+, \d{4}\s+\$61 per month$/);
  expect(starts).toMatch(/^Starter starts\s+\w+ \d+, \d{4}$/);
  await page.getByRole('link', { name: 'Change to Starter' }).click();
  await page.waitForURL(/\/update\?basket=basket-[\da-f-]{36}$/);
  await page.getByRole('button', { name: 'Confirm the change' }).click();
  await page.getByText('Your change is made.').waitFor();
  await page.getByRole('link', { name: 'Back to your account' }).click();
  await page.getByText(/^Changes to Starter on \w+ \d+, \d{4}\.$/).waitFor();
  expect(await page.locator('limio-plan button').count()).toBe(0);
});

test('the number of seats is changed alone, and is still there after a reload', async () => {
  const page = await visit();
  await page.getByRole('button', { name: 'More, Team' }).click();
  await page.getByRole('link', { name: 'Change to Team' }).waitFor();
  expect(await facts(page)).toEqual([
    expect.stringMatching(/^From today\s+\$165 per month$/) as string,
    expect.stringMatching(/^Team starts\s+Today$/) as string,
  ]);
  await page.reload();
  await page.getByRole('link', { name: 'Change to Team' }).waitFor();
  expect(site.chain.limio.state.changes.size).toBe(1);
});

test('of two plans one is chosen first', async () => {
  const page = await visit('?subscription=sub-many');
  await page.getByRole('heading', { name: 'Which plan do you want to change?' }).waitFor();
  await page.getByRole('button', { name: 'Choose Starter' }).click();
  await page.getByRole('button', { name: 'Choose Team' }).click();
  await page.getByRole('link', { name: 'Change to Team' }).waitFor();
  expect(await page.locator('limio-plan .fromto').innerText()).toMatch(/3 × \$29 per month/);
});

test('a pending change is told with its date', async () => {
  const page = await visit('?subscription=sub-pending');
  await page.getByText(/^A change takes effect on \w+ \d+, \d{4}\.$/).waitFor();
});

// prettier-ignore
const failures: Array<[query: string, code: string]> = [
  ['?subscription=sub-of-somebody',             'subscription_unknown'],
  ['?scenario=down',                            'upstream_unavailable'],
  ['?scenario=html@startSubscriptionCheckout',  'upstream_invalid'],
  ['?scenario=stall@startSubscriptionCheckout', 'upstream_timeout'],
];
test.for(failures)('with %s the shop’s link stays, and the page is told %s', async ([query, code]) => {
  const page = await visit(query);
  await page.getByText(`What the page is told: ${code}.`).waitFor();
  expect(await page.getByRole('link', { name: 'All of your account' }).isVisible()).toBe(true);
  expect(await page.locator('limio-plan button').count()).toBe(0);
});

test('a step that fails says so, and is taken again', async () => {
  const page = await visit();
  await page.getByRole('heading', { name: 'Your plan: Team' }).waitFor();
  site.chain.limio.use('bad-gateway@updateSubscriptionCheckout');
  const choose = page.getByRole('button', { name: 'Choose Business' });
  await choose.click();
  await page.getByRole('alert').getByText('Nothing has been changed.').waitFor();
  site.chain.limio.use('happy');
  await choose.click();
  await page.getByRole('link', { name: 'Change to Business' }).waitFor();
});
