import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PAGES } from '../../demo/pages.ts';
import { serveDemoPages, type DemoPages } from './demo-pages.ts';

let demo: DemoPages;
beforeAll(async () => {
  demo = await serveDemoPages();
});
afterAll(() => demo.close());

const others = ['/shop/cart.html', '/shop/checkout.html'];
test.for([...DEMO_PAGES.map(([path]) => path), ...others])('%s says nothing on the console', async (path) => {
  const { page, spoken } = await demo.visit(path, {}, 'body');
  await page.waitForLoadState('networkidle');
  expect(spoken.filter((line) => !line.startsWith('[vite]'))).toEqual([]);
  await page.context().close();
});
