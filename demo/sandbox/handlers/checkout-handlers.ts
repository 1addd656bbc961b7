import { http, HttpResponse } from 'msw';
import { message, unauthorized } from './answers.ts';
import { fillBasket, type InitiateBody } from '../baskets/fill-basket.ts';
import { orderView } from '../baskets/basket-view.ts';
import { signLink, type LinkKind } from '../baskets/links.ts';
import { PROMO_CODES } from '../items/promo-codes.ts';
import { renew, type RenewBody } from '../baskets/renew.ts';
import { sendWebhook } from '../webhooks.ts';
import { isIn, openBasketOf, type World } from '../world.ts';

/** What a server with the admin scope does. */
export const checkoutHandlers = (world: World) => [
  http.post('*/api/admin/checkout/initiate', async ({ request }) => {
    const refused = unauthorized(world, request);
    if (refused) return refused;
    const basket = fillBasket(world, request, (await request.json()) as InitiateBody);
    // Limio answers 502 to what it cannot use, too.
    if (!basket) return message(502, 'Bad gateway');
    sendWebhook(world, 'checkout-initiated', { id: basket.id, order: orderView(basket) });
    const isExpired = isIn(world, request, 'expired-link');
    const expires = Math.floor((isExpired ? world.now() - 60_000 : basket.expiresAt) / 1000);
    const account = basket.tracking?.['accountId'] as string | undefined;
    const link = (kind: LinkKind) =>
      signLink(
        kind,
        { basketId: basket.id, expires, account: kind === 'assisted' ? account : undefined },
        world.secret,
      );
    return HttpResponse.json({
      id: basket.id,
      recoveryLink: await link('recover'),
      ...(account && { assistedCheckoutLink: await link('assisted') }),
      order: orderView(basket),
    });
  }),

  http.post('*/api/admin/checkout/initiate/renew', async ({ request }) => {
    const refused = unauthorized(world, request);
    if (refused) return refused;
    return renew(world, request, (await request.json()) as RenewBody);
  }),

  http.post('*/api/admin/v2/promo_code', async ({ request }) => {
    const refused = unauthorized(world, request);
    if (refused) return refused;
    const { code = '', basketId = '' } = (await request.json()) as { code?: string; basketId?: string };
    const basket = openBasketOf(world, basketId);
    if (!basket) return new HttpResponse(null, { status: 404 });
    if (!PROMO_CODES[code] || isIn(world, request, 'refused-promo'))
      return HttpResponse.json({ message: 'Invalid promo code' }, { status: 400 });
    basket.promo = code;
    const order = orderView(basket);
    return HttpResponse.json({
      id: basket.id,
      order: { ...order, orderDiscount: { code, amount: order.total.totalOrderDiscounts } },
    });
  }),
];
