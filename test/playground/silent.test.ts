import { afterAll, beforeAll, expect, test } from 'vitest';
import { whereToLook } from '../../demo/demo-server.ts';
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

test('`npm start` says in at most ten lines where each page of the demo is', () => {
  const lines = whereToLook('http://localhost:5173').split('\n');
  expect(lines.length).toBeLessThanOrEqual(10);
  for (const [path] of DEMO_PAGES) expect(lines.some((line) => line.includes(path))).toBe(true);
});
