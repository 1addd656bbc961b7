import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright';
import integrity from '../../dist/cdn/integrity.json' with { type: 'json' };
import { snippet } from '../../demo/playground/print/snippet.ts';
import type { Release } from '../../demo/playground/release.ts';
import type { Offer } from '../../src/core/offer/offer.ts';

const SHOP = 'https://shop.example.com';
const SITE = 'https://site.example.com';
const CDN = 'https://cdn.example.com/limio-offers/';
const RELEASE: Release = { address: CDN, integrity };
const BUILT = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

const monthly = (amount: string) =>
  ({ amount, currency: 'EUR', interval: { unit: 'month', count: 1 } }) as const;

/** Three plans as a shop has them: short and long names, one that carries more weight. */
const OFFERS: Offer[] = [
  {
    path: '/offers2/Starter',
    name: 'Starter',
    summary: 'For one reader',
    price: monthly('9.00'),
    features: ['The newspaper on screen', 'A month of archive'],
  },
  {
    path: '/offers2/Team',
    name: 'Team & Friends',
    summary: 'For up to five readers at one address',
    price: monthly('29.50'),
    features: ['Everything in Starter', 'Ten years of archive', 'Support by chat'],
    badge: 'Most popular',
    highlighted: true,
  },
  {
    path: '/offers2/Organisation',
    name: 'Organisation',
    price: monthly('1249.00'),
    features: ['Everything in Team', 'Single sign-on'],
  },
];

/** What the owner of a page copies from the playground. */
const SNIPPET = snippet('module', { attributes: { shop: SHOP }, offers: OFFERS }, RELEASE);

/** Text of a page, and the folder its own files are in. */
interface RealPage {
  html: string;
  folder: string;
}

const own = (name: string): RealPage => ({
  html: readFileSync(`${HERE}pages/${name}.html`, 'utf8').replace('<!-- offers -->', SNIPPET),
  folder: '',
});

/** The pricing page of Start Bootstrap's "Modern Business", with our offers in place of its cards. */
function startBootstrap(): RealPage {
  const folder = 'startbootstrap-modern-business/dist/';
  const html = readFileSync(`${HERE}node_modules/${folder}pricing.html`, 'utf8');
  const row = '<div class="row gx-5 justify-content-center">';
  const [start, end] = [html.indexOf(row), html.indexOf('</section>')];
  return { html: `${html.slice(0, start)}${row}${SNIPPET}</div></div>${html.slice(end)}`, folder };
}

const NAMES = [
  'aem',
  'bootstrap',
  'bulma',
  'docusaurus',
  'govuk',
  'html5up',
  'pico',
  'shopify',
  'tailwind',
  'uikit',
  'wordpress',
];

/** The pages, by name. */
export const PAGES: ReadonlyMap<string, RealPage> = new Map([
  ...NAMES.map((name) => [name, own(name)] as const),
  ['start bootstrap', startBootstrap()],
]);

/** Opens a page in a window of its own. @param hasScript whether the files of ours can be had. */
export async function open(context: BrowserContext, { html, folder }: RealPage, hasScript: boolean) {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.route('**/*', (route) => {
    const { origin, pathname, href } = new URL(route.request().url());
    const headers = { 'access-control-allow-origin': '*' };
    if (origin === SITE && pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    const isOurs = href.startsWith(CDN);
    const path = isOurs
      ? BUILT + href.slice(CDN.length)
      : `${HERE}node_modules/${folder}${pathname.slice(1)}`;
    const isThere = (isOurs ? hasScript : origin === SITE) && existsSync(path);
    return isThere ? route.fulfill({ headers, path }) : route.fulfill({ status: 404, headers, body: '' });
  });
  await page.goto(`${SITE}/`, { waitUntil: 'load' });
  return { page, errors };
}
