import { http, HttpResponse } from 'msw';
import { basketView, type BasketView } from '../baskets/basket-view.ts';
import { complete } from '../baskets/complete.ts';
import { landingState } from './cookie.ts';
import { verifyLink } from '../baskets/links.ts';
import { purchased } from '../baskets/purchased.ts';
import { readScenarios, SCENARIOS } from '../scenarios.ts';
import type { World } from '../world.ts';

/** Why a link opens no basket. */
export type Refusal = 'completed' | 'expired' | 'forged' | 'unknown';

/** Opens a recovery or an assisted link the way a shop does. */
export async function openLink(world: World, href: string): Promise<BasketView | Refusal> {
  const link = await verifyLink(href, world.secret, world.now());
  if (typeof link === 'string') return link;
  const basket = world.state.baskets.get(link.claims.basketId);
  if (basket) basket.account = link.claims.account;
  return openBasket(world, link.claims.basketId);
}

const GONE = new Set<Refusal>(['completed', 'expired']);

function openBasket({ state, now }: World, id: string): BasketView | Refusal {
  const basket = state.baskets.get(id);
  if (!basket) return 'unknown';
  if (basket.isCompleted) return 'completed';
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
    return HttpResponse.json({ refused: opened }, { status: GONE.has(opened) ? 410 : 404 });
  }),

  // Buys what is in a basket, or makes the change of a subscription.
  http.post('*/sandbox/complete', ({ request }) => {
    const isDone = complete(world, new URL(request.url).searchParams.get('basket') ?? '');
    return new HttpResponse(null, { status: isDone ? 204 : 404 });
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

const redirect = (location: string, headers: Record<string, string> = {}) =>
  new HttpResponse(null, { status: 302, headers: { location, ...headers } });
