import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import integrity from '../../dist/cdn/integrity.json' with { type: 'json' };
import { besideSnippet } from '../../demo/playground/print/beside.ts';
import { snippet } from '../../demo/playground/print/snippet.ts';
import type { Release } from '../../demo/playground/release.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { VITEPRESS } from './docs-systems.ts';
import type { Form } from './program.ts';

const SHOP = 'https://shop.example.com';
const SITE = 'https://site.example.com';
const CDN = 'https://cdn.example.com/limio-offers/';
const RELEASE: Release = { address: CDN, integrity };
const BUILT = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

const OFFERS: Offer[] = [
  {
    path: '/offers2/Starter',
    name: 'Starter',
    price: { amount: '9.00', currency: 'EUR', interval: { unit: 'month', count: 1 } },
  },
  {
    path: '/offers2/Team & Friends',
    name: 'Team & Friends',
    price: { amount: '29.50', currency: 'EUR', interval: { unit: 'month', count: 1 } },
    features: ['Unlimited projects', 'Support by chat'],
    badge: 'Most popular',
    highlighted: true,
  },
];

const PATHS = OFFERS.map(({ path }) => path);

/** What a purchase link sells: the path of an offer, and a promo code. */
function soldBy(link: string): string {
  const { pathname, searchParams } = new URL(link);
  return pathname === '/checkout'
    ? `${searchParams.get('purchase')} ${searchParams.get('pc') ?? ''}`.trim()
    : '';
}

const SETUP = { attributes: { shop: SHOP, 'promo-code': 'SAVE20', accent: '#0a7d4f' }, offers: OFFERS };

/** What the playground writes for two offers, a promo code and a colour. */
export const written = (form: Form): string => snippet(form, SETUP, RELEASE);

/** The page in the frame, which lies beside the files of the package. */
const [FRAME] = besideSnippet('iframe', SETUP, RELEASE);

/** What became of the offers: cards with prices, cards with names alone, links, or nothing that sells. */
export type Outcome = 'cards' | 'names' | 'links' | 'links without promo code' | 'nothing';

/** What the owner of a site puts into its head, once. */
const HEAD = `<script type="module" src="${CDN}limio-offers.js" data-limio-offers="${SHOP}"> </script>`;

/**
 * Opens a page with this in it, and says what a customer finds there.
 *
 * @param isInHead the site loads the script by itself.
 * @throws where a script of ours throws, or where a link of the snippet leads elsewhere
 */
export async function judge(browser: Browser, html: string, isInHead: boolean): Promise<Outcome> {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await serve(page, wholePage(html, isInHead ? HEAD : ''));
    await page.goto(`${SITE}/`, { waitUntil: 'networkidle' });
    // Scripts have run; what they draw comes with the next frame.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const found = await page.evaluate(look, SHOP);
    if (errors.length) throw new Error(`Errors: ${errors.join('; ')}`);
    const isWhole = (links: readonly string[]) =>
      PATHS.every((path) => links.some((link) => soldBy(link) === `${path} SAVE20`));
    const strange = found.links.filter((link) => !PATHS.includes(soldBy(link).replace(/ SAVE20$/, '')));
    if (strange.length) throw new Error(`Links that lead elsewhere: ${strange.join(' ')}`);
    if (isWhole(found.cards)) return found.prices >= PATHS.length ? 'cards' : 'names';
    if (isWhole(found.links)) return 'links';
    return found.links.length ? 'links without promo code' : 'nothing';
  } finally {
    await context.close();
  }
}

const wholePage = (html: string, head: string): string =>
  /<html/i.test(html)
    ? html.replace(/<head[^>]*>/i, `$&${head}`)
    : `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plans</title>${head}</head><body><h1>Plans</h1><article>${html}</article><p>The end.</p></body></html>`;

/** The site, the files of the package, and nothing else. */
async function serve(page: Page, html: string): Promise<void> {
  await page.route('**/*', (route) => {
    const { origin, pathname, href } = new URL(route.request().url());
    const headers = { 'access-control-allow-origin': '*' };
    if (origin === SITE && pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (href === CDN + FRAME!.file)
      return route.fulfill({ headers, contentType: 'text/html', body: FRAME!.code });
    const path = href.startsWith(CDN) ? BUILT + href.slice(CDN.length) : `${VITEPRESS}dist${pathname}`;
    const isThere = (href.startsWith(CDN) || origin === SITE) && existsSync(path);
    return isThere ? route.fulfill({ headers, path }) : route.fulfill({ status: 404, headers, body: '' });
  });
}

/** Runs in the page: purchase links that can be seen, those of cards, and how many cards show a price. */
function look(shop: string) {
  const roots = [document, ...[...document.querySelectorAll('limio-offers')].map((el) => el.shadowRoot)];
  const anchors = roots.flatMap((root) => [...(root?.querySelectorAll('a') ?? [])]);
  const seen = anchors.filter((anchor) => anchor.href.startsWith(shop) && anchor.checkVisibility());
  const inCards = seen.filter((anchor) => anchor.matches('[part~=cta]'));
  const cards = roots.flatMap((root) => [...(root?.querySelectorAll('[part~=offer]') ?? [])]);
  return {
    links: seen.map(({ href }) => href),
    cards: inCards.map(({ href }) => href),
    prices: cards.filter((card) => card.querySelector('[part~=amount]')?.textContent).length,
  };
}
