import { http, HttpResponse } from 'msw';
import { message, unauthorized } from './answers.ts';
import { orderView } from './basket-view.ts';
import { signLink } from './links.ts';
import { basketOf, published, type World } from './world.ts';

interface OrderAction {
  orderItemActionType: 'add' | 'remove' | 'change_quantity';
  offerId?: string;
  orderItemId?: string;
  quantity?: number;
  parentId?: string;
}

/** Edits to the basket behind a cookie, and the list of those left behind. */
export const basketHandlers = (world: World) => [
  http.put('*/api/checkout/update', ({ request }) => update(world, request)),
  http.put('*/api/partner/checkout/update', ({ request }) => update(world, request)),

  http.get('*/api/checkout/abandoned', async ({ request }) => {
    const refused = unauthorized(world, request);
    if (refused) return refused;
    const { searchParams: query } = new URL(request.url);
    const limit = Number(query.get('limit'));
    const after = Date.parse(query.get('createdAfter') ?? '');
    if (!limit || Number.isNaN(after)) return message(502, 'Bad gateway');
    const all = [...world.state.baskets.values()].filter(({ createdAt }) => createdAt >= after);
    const from = Number(query.get('queryMore')?.replace('cursor-', '') ?? 0);
    const items = all.slice(from, from + limit).map(async (basket) => ({
      id: basket.id,
      created: new Date(basket.createdAt).toISOString(),
      customerDetails: basket.customer ?? {},
      orderItems: orderView(basket).orderItems.map(({ name, path, products }) => ({ name, path, products })),
      customFields: {},
      tracking: { offers: basket.lines.map(({ item }) => item.path), campaign: '', tag: '/checkout' },
      identities: [],
      entry: '/checkout?utm_source=sandbox',
      completed: false,
      recoveryLink: await signLink(
        'recover',
        { basketId: basket.id, expires: Math.floor(basket.expiresAt / 1000) },
        world.secret,
      ),
    }));
    return HttpResponse.json({
      items: await Promise.all(items),
      ...(from + limit < all.length && { queryMore: `cursor-${from + limit}` }),
    });
  }),
];

async function update(world: World, request: Request) {
  const refused = unauthorized(world, request);
  if (refused) return refused;
  const basket = basketOf(world, request);
  if (!basket) return new HttpResponse(null, { status: 404 });
  const { orderActions } = (await request.json()) as { orderActions: OrderAction[] };
  const known = [...published(world, request, world.offers), ...published(world, request, world.addOns)];
  const results = orderActions.map(({ orderItemActionType: actionType, ...action }) => {
    const line = basket.lines.find(({ id }) => id === action.orderItemId);
    const item = known.find(({ id }) => id === action.offerId);
    const id = line?.id ?? `item-${crypto.randomUUID()}`;
    if (actionType === 'remove') basket.lines = basket.lines.filter((each) => each !== line);
    else if (actionType === 'change_quantity' && line) line.quantity = action.quantity ?? 1;
    else if (item) basket.lines.push({ id, item, quantity: action.quantity ?? 1, parentId: action.parentId });
    return { id, actionType };
  });
  return HttpResponse.json({ id: basket.id, order: orderView(basket), orderActionResults: results });
}
