import { html as markup } from 'hono/html';
import * as z from 'zod/mini';
import { namedItems, type UnclearItem } from '../../../agent/named-items.ts';
import { offerLink } from '../../../agent/offer-link.ts';
import { plainText } from '../../../agent/plain-text.ts';
import { shownName } from '../../../agent/shown-name.ts';
import { LimioError } from '../../../core/errors/limio-error.ts';
import { carriedParameters } from '../../../core/link/attribution.ts';
import { purchaseLink, type PurchaseLink } from '../../../core/link/purchase-link.ts';
import { isForSale } from '../../../core/offer/is-for-sale.ts';
import type { Offer } from '../../../core/offer/offer.ts';
import { textPage } from '../../agents/text-page.ts';
import { route, UPSTREAM } from '../route.ts';

/**
 * A link that anybody can write from names alone: `/buy/pro,team`. It leads to the purchase link of what is on sale,
 * and never to a signed one; where it is not clear what is meant, a page asks.
 */
export const buy = route({
  name: 'openNamedOffers',
  method: 'GET',
  path: '/buy/{items}',
  tag: 'agents',
  access: 'operators',
  summary: 'Checkout of offers that are named',
  description:
    'Names or paths with commas between them, in capitals or not. `pc` is a promo code; campaign parameters are carried along.',
  parameters: [
    { name: 'items', in: 'path', description: 'Names of offers: `pro,team`.' },
    { name: 'pc', in: 'query', description: 'Promo code, which the checkout checks.' },
  ],
  answer: { name: 'BuyPage', schema: z.string() },
  types: [],
  statuses: {
    303: { description: 'To the purchase link.', headers: { location: 'The purchase link.' } },
    404: { description: 'A page that says what there is.', type: 'text/html' },
  },
  limit: 'reads',
  failures: UPSTREAM,
  async handle({ request, params, query, context }, { offers, settings: { shop, rules, now } }) {
    const { offers: all } = await offers.get(context);
    const isOnSale = (offer: Offer) => isForSale(offer, { now: now() });
    const named = namedItems(params['items'] ?? '', all, isOnSale);
    const home = { shop, page: rules.page };
    if (!('offers' in named)) return askPage(named, home);
    const pages = new Set(named.offers.map(({ page }) => page));
    const location = named.offers.some(({ href }) => href)
      ? undefined
      : linkOf({
          shop,
          page: pages.size === 1 ? ([...pages][0] ?? rules.page) : rules.page,
          offers: named.offers.map(({ path }) => path),
          promoCode: query('pc'),
          carry: carriedParameters(new URL(request.url).search, rules.carry),
        });
    if (!location) return askPage({ item: '', isKnown: true, meant: named.offers }, home);
    return new Response(null, {
      status: 303,
      headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    });
  },
});

/** A purchase link, where there is one that is short enough. */
function linkOf(link: PurchaseLink): string | undefined {
  try {
    return purchaseLink(link);
  } catch (error) {
    if (error instanceof LimioError && error.code === 'link_too_long') return undefined;
    throw error;
  }
}

/** Asks which offer is meant, each with its own link. */
function askPage(
  { item, isKnown, meant }: UnclearItem,
  home: { shop: string; page: string | undefined },
): Promise<Response> {
  const content = markup`<h1>${isKnown ? 'Which one do you mean?' : 'This is not on sale'}</h1>
    ${item && markup`<p>You asked for “${plainText(item, 80)}”.</p>`}
    <ul>
      ${meant.map((offer) => markup`<li>${linkTo(offer, home)}</li>`)}
    </ul>
    <p><a href="${home.shop}">Go to the shop</a></p>`;
  return textPage(content, 404, home.shop);
}

function linkTo(offer: Offer, home: { shop: string; page: string | undefined }) {
  const name = shownName(offer);
  const url = offerLink(offer, home);
  return url ? markup`<a href="${url}">${name}</a>` : name;
}
