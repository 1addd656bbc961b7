import { http, HttpResponse } from 'msw';
import { message, unauthorized } from './answers.ts';
import { orderView } from '../baskets/basket-view.ts';
import { signLink } from '../baskets/links.ts';
import { basketOf, published, type World } from '../world.ts';

interface OrderAction {
  orderItemActionType: 'add' | 'remove' | 'change_quantity';
  offerId?: string;
  orderItemId?: string;
  quantity?: number;
  version?: string;
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
    const cursor = query.get('queryMore') ?? 'cursor-0';
    // Limio answers 502 to what it cannot use, too.
    if (!limit || Number.isNaN(after) || !/^cursor-\d+$/.test(cursor)) return message(502, 'Bad gateway');
    const all = [...world.state.baskets.values()].filter(
      ({ createdAt, expiresAt, isCompleted }) =>
        createdAt >= after && (isCompleted || world.now() < expiresAt),
    );
    const from = Number(cursor.replace('cursor-', ''));
    const items = all.slice(from, from + limit).map(async (basket) => ({
      id: basket.id,
      created: new Date(basket.createdAt).toISOString(),
      customerDetails: basket.customer ?? {},
      orderItems: orderView(basket).orderItems.map(({ name, path, products }) => ({ name, path, products })),
      customFields: basket.customFields ?? {},
      tracking: {
        campaign: '',
        tag: basket.journey ?? '/checkout',
        ...basket.tracking,
        offers: basket.lines.map(({ item }) => item.path),
      },
      identities: basket.account
        ? [{ sub: basket.account, iss: 'sandbox', service: 'salesforce', type: 'account' }]
        : [],
      entry: '/checkout?utm_source=sandbox',
      completed: basket.isCompleted ?? false,
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
  const lines = structuredClone(basket.lines);
  const results: { id: string; actionType: OrderAction['orderItemActionType'] }[] = [];
  for (const { orderItemActionType: actionType, quantity = 1, ...action } of orderActions) {
    const line = lines.find(({ id }) => id === action.orderItemId);
    const item = known.find(
      ({ id, version }) => id === action.offerId && version === (action.version ?? version),
    );
    const hasParent = !action.parentId || lines.some(({ id }) => id === action.parentId);
    const isUsable = actionType === 'add' ? item && hasParent : line;
    // One action that cannot be done, and none is. Limio answers 502 to what it cannot use, too.
    if (!isUsable || quantity < 1) return message(502, 'Bad gateway');
    const id = line?.id ?? `item-${crypto.randomUUID()}`;
    if (item && actionType === 'add') lines.push({ id, item, quantity, parentId: action.parentId });
    else if (actionType === 'change_quantity') line!.quantity = quantity;
    // An add-on goes with the offer it belongs to.
    else lines.splice(0, Infinity, ...lines.filter((each) => each.id !== id && each.parentId !== id));
    results.push({ id, actionType });
  }
  basket.lines = lines;
  return HttpResponse.json({ id: basket.id, order: orderView(basket), orderActionResults: results });
}
