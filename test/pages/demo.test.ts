import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { test as plainTest, type Scene } from './scene.ts';
import { freePort } from '../../demo/free-port.ts';

let server: ViteDevServer;
let origin = '';

beforeAll(async () => {
  const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  // As `npm start` does, on any port that is free.
  server = await createServer({
    configFile: file('../../vite.config.ts'),
    root: file('../../demo'),
    mode: 'development',
    logLevel: 'error',
    // Vite tells its client the port it was given, so it has to be a real one.
    server: { port: await freePort(), strictPort: true },
  });
  await server.listen();
  origin = new URL(server.resolvedUrls!.local[0]!).origin;
});
afterAll(() => server.close());

/** A scene whose host is the demo. */
const test = plainTest.extend<{ demo: Scene }>({
  demo: async ({ scene }, use) => {
    scene.host.close();
    scene.host.origin = origin;
    scene.known.push(origin);
    scene.tolerated.push(/^debug: \[vite\]/);
    await use(scene);
  },
});

const open = ({ page }: Scene, path = '/marketing.html') => page.goto(origin + path);

const lines = ({ page }: Scene) => page.locator('#lines li').allInnerTexts();
const sums = ({ page }: Scene) => page.locator('#sums div').allInnerTexts();

describe('From the marketing page to the basket', () => {
  test('a card of the pricing section', async ({ demo }) => {
    await open(demo, '/marketing.html?utm_source=news&utm_campaign=autumn&email=a@b.example');
    await demo.told('limio-ready', 3);
    await demo.page.locator('.pricing a[part~=cta]').nth(2).click();
    await demo.page.waitForURL(/\/checkout\?/);
    expect(await lines(demo)).toEqual(['Business\nQuantity 1\n$59.00\nper month']);
    expect(await sums(demo)).toEqual(['Subtotal\n$59.00', 'Code WELCOME10\n−$5.90', 'Due today\n$53.10']);
    await demo.page.getByText('What the shop knows').click();
    const arrival = await demo.page.locator('#arrival div').allInnerTexts();
    expect(arrival.sort()).toEqual([`Referrer\n${origin}/`, 'utm_campaign\nautumn', 'utm_source\nnews']);
  });

  test('the yearly plan behind the switch', async ({ demo }) => {
    await open(demo);
    await demo.told('limio-ready', 3);
    await demo.page.getByRole('radio', { name: 'Yearly' }).check({ force: true });
    await demo.page.locator('.pricing').getByRole('link', { name: 'Buy now Team' }).click();
    await demo.page.waitForURL(/\/checkout\?/);
    expect(await lines(demo)).toEqual(['Team\nQuantity 1\n$290.00\nper year']);
  });

  const others: Array<[where: string, selector: string]> = [
    ['the button of the hero', '.hero a[part~=cta]'],
    ['a row of the chat panel', '.panel a[part~=cta] >> nth=0'],
  ];
  test.for(others)('%s', async ([, selector], { demo }) => {
    await open(demo);
    await demo.told('limio-ready', 3);
    await demo.page.locator(selector).click();
    await demo.page.waitForURL(/\/checkout\?/);
    expect(await lines(demo)).toEqual(['Team\nQuantity 1\n$29.00\nper month']);
    expect(await sums(demo)).toContain('Code WELCOME10\n−$2.90');
  });

  test('without a script, by the links of the page', async ({ demo }) => {
    await demo.context.route(/limio-offers\.js/, (route) => route.abort());
    demo.tolerated.push(/Failed to load resource/);
    await open(demo);
    await demo.page.getByRole('link', { name: 'Business, $59' }).click();
    await demo.page.waitForURL(/\/checkout\?/);
    expect(await lines(demo)).toEqual(['Business\nQuantity 1\n$59.00\nper month']);
  });
});

describe('The shop reads purchase links the way Limio does', () => {
  // prettier-ignore
  const baskets: Array<[behaviour: string, path: string, lines: string[], notices: number, total: string | undefined]> = [
    ['several offers, in the order of the link', '/checkout?purchase=%2Foffers2%2FDesk%20Team%20Monthly&purchase=/offers2/Desk%20Starter%20Monthly', ['Team', 'Starter'], 0, '$41.00'],
    ['by label',                                 '/cart?purchase=true&label=services',                       ['Onboarding day', 'Sovereign'], 0, '$499.00'],
    ['signs in a path',                          `/cart?purchase=${encodeURIComponent('/offers2/Desk Pro+ $75 for 52 weeks & more')}`, ['Pro+'], 0, '$75.00'],
    ['an offer of another page',                 '/eu-checkout?purchase=%2Foffers2%2FDesk%20Team%20Monthly%20EUR', ['Team'], 0, '€27.50'],
    ['an unknown code is passed over',           '/checkout?purchase=%2Foffers2%2FDesk%20Starter%20Monthly&pc=NOPE', ['Starter'], 0, '$12.00'],
    ['an unknown path is named',                 '/checkout?purchase=%2Foffers2%2FDesk%20Starter%20Monthly&purchase=%2Foffers2%2FNope', ['Starter'], 1, '$12.00'],
    ['nothing it knows',                         '/checkout?purchase=%2Foffers2%2F%3Cimg%20src%3Dx%3E',      [], 1, undefined],
    ['an unknown label',                         '/checkout?purchase=true&label=nope',                       [], 1, undefined],
  ];
  test.for(baskets)('%s', async ([, path, names, notices, total], { demo }) => {
    await open(demo, path);
    await demo.page.locator('html[data-basket]').waitFor();
    expect(await demo.page.locator('#lines [data-text=name]').allInnerTexts()).toEqual(names);
    expect(await demo.page.locator('.notice').count()).toBe(notices);
    expect((await sums(demo)).at(-1)?.split('\n')[1]).toBe(total);
    expect(await demo.page.getByText('There is nothing in the basket').isVisible()).toBe(!names.length);
  });

  test('an empty basket leads back to the plans', async ({ demo }) => {
    await open(demo, '/cart?purchase=%2Foffers2%2FNope');
    await demo.page.getByRole('link', { name: 'See the plans' }).click();
    await demo.page.getByRole('heading', { name: 'A plan for the team you have' }).waitFor();
  });

  test('the cart hands its query on to the checkout', async ({ demo }) => {
    await open(demo, '/cart?purchase=%2Foffers2%2FDesk%20Starter%20Monthly&pc=SAVE20');
    await demo.page.getByRole('link', { name: 'Go to checkout' }).click();
    await demo.page.waitForURL(/\/checkout\?/);
    expect(await sums(demo)).toContain('Code SAVE20\n−$2.40');
    await demo.page.getByRole('button', { name: 'Pay $9.60' }).waitFor();
  });
});

describe('The marketing page', () => {
  const fonts = ['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Condensed'];
  const looks = [320, 390, 600, 800, 1280].flatMap((width) => fonts.map((font) => [width, font] as const));
  test.for(looks)(
    'stays where it is while the plans are loaded, at %i px in %s',
    async ([width, font], { demo }) => {
      const { page, context } = demo;
      await page.setViewportSize({ width, height: 6000 });
      await context.route('**/marketing.css', async (route) => {
        const answer = await route.fetch();
        const body = `${await answer.text()} body { font-family: '${font}' }`;
        await route.fulfill({ response: answer, body });
      });
      await context.addInitScript(() => {
        new PerformanceObserver((list) => {
          for (const { sources } of list.getEntries() as Array<
            PerformanceEntry & { sources: { node?: Node }[] }
          >)
            for (const { node } of sources) if (node) console.warn(`${node.nodeName} moved`);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      let answer = () => {};
      await context.route('**/offers.json', (route) => {
        answer = () => void route.continue();
      });
      const painted = () =>
        page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      await open(demo);
      await page.locator('.pricing [part~=placeholder]').first().waitFor();
      await painted();
      answer();
      await demo.told('limio-ready', 3);
      await painted();
      expect(demo.noise.filter((line) => line.includes('moved'))).toEqual([]);
    },
  );

  test('is not wider than a phone of 320 px', async ({ demo }) => {
    await demo.page.setViewportSize({ width: 320, height: 800 });
    await open(demo);
    await demo.told('limio-ready', 3);
    expect(await demo.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
