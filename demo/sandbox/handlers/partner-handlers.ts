import { http, HttpResponse } from 'msw';
import { message, unauthorized } from './answers.ts';
import { orderView } from '../baskets/basket-view.ts';
import { landingState } from './cookie.ts';
import { fillBasket, type InitiateBody } from '../baskets/fill-basket.ts';
import { openBasketOf, type World } from '../world.ts';

/** What a partner does. Products that are not sold through partners are blocked. */
export const partnerHandlers = (world: World) => [
  http.post('*/api/partner/checkout/initiate', async ({ request }) => {
    const refused = unauthorized(world, request);
    if (refused) return refused;
    const basket = fillBasket(world, request, (await request.json()) as InitiateBody);
    if (!basket) return message(502, 'Bad gateway');
    const { orderItems } = orderView(basket);
    return HttpResponse.json({ id: basket.id, order: { orderItems } }, { headers: landingState(basket.id) });
  }),

  http.post('*/api/partner/checkout/validate/:id', ({ request, params }) => {
    const refused = unauthorized(world, request);
    if (refused) return refused;
    const basket = openBasketOf(world, String(params['id']));
    if (!basket) return new HttpResponse(null, { status: 404 });
    const blocked = basket.lines.filter(({ item }) => {
      const channels = item.data.attributes['sales_channel__limio'] as string[] | undefined;
      return channels && !channels.includes('Partner');
    });
    return HttpResponse.json({
      id: basket.id,
      checkout: { order: orderView(basket) },
      invalid: { blockedProducts: blocked.map(({ item }) => item.path) },
    });
  }),
];
