import { http, HttpResponse } from 'msw';
import { basketView, viewOf, type BasketView } from './basket-view.ts';
import { landingState } from './cookie.ts';
import { verifyLink } from './links.ts';
import { PROMO_CODES } from './promo-codes.ts';
import { readScenarios, SCENARIOS } from './scenarios.ts';
import { published, type Line, type World } from './world.ts';

/** Why a link opens no basket. */
export type Refusal = 'expired' | 'forged' | 'unknown';

/** Opens a recovery or an assisted link the way a shop does. */
export async function openLink(world: World, href: string): Promise<BasketView | Refusal> {
  const link = await verifyLink(href, world.secret, world.now());
  if (typeof link === 'string') return link;
  const basket = world.state.baskets.get(link.claims.basketId);
  if (basket) basket.account = link.claims.account;
  return openBasket(world, link.claims.basketId);
}

function openBasket({ state, now }: World, id: string): BasketView | Refusal {
  const basket = state.baskets.get(id);
  if (!basket) return 'unknown';
  return now() < basket.expiresAt ? basketView(basket) : 'expired';
}

/** What is behind a shop, and a switch for the scenarios. */
export const shopHandlers = (world: World) => [
  http.get('*/api/checkout/:kind', async ({ request }) => {
    const opened = await openLink(world, request.url);
    if (typeof opened === 'string') return redirect(`/checkout?refused=${opened}`);
    const page = world.state.baskets.get(opened.id!)?.journey ?? '/checkout';
    return redirect(`${page}?basket=${opened.id}`, landingState(opened.id!));
  }),

  // For the shop's pages, which pass their own query on: `basket`, a whole `link`, or a purchase link's parameters.
  http.get('*/sandbox/basket', async ({ request }) => {
    const { searchParams: query } = new URL(request.url);
    const [id, link] = [query.get('basket'), query.get('link')];
    if (!id && !link) return HttpResponse.json(purchased(world, request, query));
    const opened = link ? await openLink(world, link) : openBasket(world, id!);
    if (typeof opened !== 'string') return HttpResponse.json(opened);
    return HttpResponse.json({ refused: opened }, { status: opened === 'expired' ? 410 : 404 });
  }),

  http.get('*/sandbox/scenario', () => HttpResponse.json({ current: world.state.scenarios, all: SCENARIOS })),
  http.put('*/sandbox/scenario', ({ request }) => {
    use(world, new URL(request.url).searchParams.get('name') ?? 'happy');
    return HttpResponse.json({ current: world.state.scenarios });
  }),
];

/** Plays other scenarios from now on. */
export function use(world: World, names: string): void {
  world.state.scenarios = readScenarios(names);
  world.state.struck.clear();
}

/** The basket of a purchase link. What cannot be bought, and a code that does not fit, are passed over in silence. */
function purchased(world: World, request: Request, query: URLSearchParams): BasketView {
  const paths = query.getAll('purchase');
  const label = query.get('label');
  const items = published(world, request, world.offers).filter(({ path, data }) =>
    paths[0] === 'true' && label
      ? (data.attributes['label__limio'] as string[] | undefined)?.includes(label)
      : paths.includes(path),
  );
  const lines = items.map((item, index): Line => {
    const quantities = item.data.attributes['default_quantity_options__limio'] as
      { quantity?: number } | undefined;
    return { id: `item-${index + 1}`, item, quantity: quantities?.quantity ?? 1 };
  });
  const code = query.get('pc')?.toUpperCase() ?? '';
  return { ...viewOf(lines, PROMO_CODES[code] ? code : undefined), customer: {} };
}

const redirect = (location: string, headers: Record<string, string> = {}) =>
  new HttpResponse(null, { status: 302, headers: { location, ...headers } });
