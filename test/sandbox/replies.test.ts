import { expect, test } from 'vitest';
import { sandbox, TENANT } from '../../demo/sandbox/sandbox.ts';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { isDescribed, replyProblems, requestProblems } from '../setup/openapi.ts';

/** Asks the sandbox and holds question and answer against Limio's OpenAPI document. */
async function setup(scenario = 'happy') {
  const limio = sandbox({ scenario });
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'sandbox',
    client_secret: 'sandbox-secret',
  });
  const token = await limio.fetch(`${TENANT}/oauth2/token`, { method: 'POST', body: form });
  const { access_token } = (await token.json()) as { access_token: string };
  const ask = async (
    method: string,
    path: string,
    { body, ...headers }: { body?: unknown; [header: string]: unknown } = {},
  ) => {
    const request = new Request(`${TENANT}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${access_token}`,
        'content-type': 'application/json',
        ...(headers as Record<string, string>),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await limio.fetch(request.clone());
    const problems = isDescribed(method, request.url)
      ? [...(await requestProblems(request)), ...(await replyProblems(method, request.url, response))]
      : [];
    return { response, problems, json: (await response.json().catch(() => undefined)) as never };
  };
  return { limio, ask };
}

const [offer] = CATALOGUE;
const order = {
  orderItems: [{ offer: { id: offer!.id, version: offer!.version }, quantity: 2 }],
  external_id: '0b6f3b0e-5d6c-4c7f-9a52-0a4a1ce2a0b1',
  country: 'US',
  source: 'shop',
  order_type: 'new',
  tracking: { offers: [offer!.path], accountId: '001' },
};
const change = {
  forSubscription: { id: 'sub-1' },
  order_type: 'update_subscription',
  orderItems: [{ orderItemActionType: 'add', type: 'offer', offerId: CATALOGUE[2]!.id }],
};
const solved = { 'x-limio-recaptcha': 'solved' };

type Ask = Awaited<ReturnType<typeof setup>>['ask'];
type Flow = (ask: Ask) => ReturnType<Ask>;

const cookieOf = (response: Response) => response.headers.get('set-cookie')!.split(';')[0]!;

const initiate: Flow = (ask) => ask('POST', '/admin/checkout/initiate', { body: { order } });
const startChange: Flow = (ask) =>
  ask('POST', '/checkout/subscription', { ...solved, body: { order: { ...change, orderItems: [] } } });

// prettier-ignore
const replies: Array<[behaviour: string, status: number, flow: Flow]> = [
  ['initiate makes a basket',                       200, initiate],
  ['initiate refuses what is not published',        502, (ask) => ask('POST', '/admin/checkout/initiate', { body: { order: { ...order, orderItems: [{ offer: { id: 'x', version: 'y' } }] } } })],
  ['renew starts a renewal',                        200, (ask) => ask('POST', '/admin/checkout/initiate/renew', { body: { order: { subId: 'sub-1', order_type: 'renew' } } })],
  ['renew knows only its subscriptions',            404, (ask) => ask('POST', '/admin/checkout/initiate/renew', { body: { order: { subId: 'nobody', order_type: 'renew' } } })],
  ['a promo code is applied',                       200, async (ask) => ask('POST', '/admin/v2/promo_code', { body: { code: 'SAVE20', basketId: ((await initiate(ask)).json as { id: string }).id } })],
  ['an unknown promo code is refused',              400, async (ask) => ask('POST', '/admin/v2/promo_code', { body: { code: 'NOPE', basketId: ((await initiate(ask)).json as { id: string }).id } })],
  ['a promo code needs a basket',                   404, (ask) => ask('POST', '/admin/v2/promo_code', { body: { code: 'SAVE20', basketId: 'none' } })],
  ['a partner makes a basket',                      200, (ask) => ask('POST', '/partner/checkout/initiate', { body: { order } })],
  ['a partner changes a basket',                    200, async (ask) => ask('PUT', '/partner/checkout/update', { cookie: cookieOf((await ask('POST', '/partner/checkout/initiate', { body: { order } })).response), body: { orderActions: [{ orderItemActionType: 'change_quantity', orderItemId: 'item-1', quantity: 3 }] } })],
  ['a partner needs the cookie of a basket',        404, (ask) => ask('PUT', '/partner/checkout/update', { cookie: 'limio_state=none', body: { orderActions: [{ orderItemActionType: 'remove' }] } })],
  ['a partner asks what may be sold',               200, async (ask) => ask('POST', `/partner/checkout/validate/${((await initiate(ask)).json as { id: string }).id}`)],
  ['a partner asks about a basket nobody knows',    404, (ask) => ask('POST', `/partner/checkout/validate/basket-${'0'.repeat(36)}`)],
  ['a basket is changed',                           200, async (ask) => ask('PUT', '/checkout/update', { cookie: `limio_state=${((await initiate(ask)).json as { id: string }).id}`, body: { orderActions: [{ orderItemActionType: 'add', offerId: offer!.id, quantity: 1 }] } })],
  ['a change needs the cookie of a basket',         404, (ask) => ask('PUT', '/checkout/update', { cookie: 'limio_state=none', body: { orderActions: [{ orderItemActionType: 'remove' }] } })],
  ['baskets left behind are listed',                200, async (ask) => (await initiate(ask), ask('GET', '/checkout/abandoned?limit=50&createdAfter=2026-01-01T00:00:00.000Z'))],
  ['a subscription change starts',                  200, startChange],
  ['a subscription change is refused when one is pending', 423, (ask) => ask('POST', '/checkout/subscription', { ...solved, body: { order: { ...change, forSubscription: { id: 'sub-pending' } } } })],
  ['a subscription change knows its subscriptions', 404, (ask) => ask('POST', '/checkout/subscription', { ...solved, body: { order: { ...change, forSubscription: { id: 'nobody' } } } })],
  ['a subscription change is read',                 200, async (ask) => ask('GET', '/checkout/subscription', { cookie: cookieOf((await startChange(ask)).response) })],
  ['a subscription change needs its cookie',        404, (ask) => ask('GET', '/checkout/subscription', { cookie: 'limio_state=none' })],
  ['a subscription change is altered',              200, async (ask) => ask('PUT', '/checkout/subscription', { ...solved, cookie: cookieOf((await startChange(ask)).response), body: { order: change } })],
  ['a subscription change adds one offer at most',  400, async (ask) => ask('PUT', '/checkout/subscription', { ...solved, cookie: cookieOf((await startChange(ask)).response), body: { order: { ...change, orderItems: [...change.orderItems, ...change.orderItems] } } })],
  ['a wrong token is refused',                      401, (ask) => ask('POST', '/admin/checkout/initiate', { authorization: 'Bearer wrong', body: { order } })],
];

test.for(replies)('%s, as the OpenAPI document says', async ([, status, flow]) => {
  const { ask } = await setup();
  const { response, problems } = await flow(ask);
  expect(problems).toEqual([]);
  expect(response.status).toBe(status);
});

test.for(['expired-token', 'bad-gateway', 'slow=1', 'changed-version', 'sold-out', 'expired-link'])(
  'an answer under %s is one the OpenAPI document knows',
  async (scenario) => {
    const { ask } = await setup(scenario);
    const { problems } = await initiate(ask);
    expect(problems).toEqual([]);
  },
);

test('the check notices a reply that is not as described', async () => {
  const url = `${TENANT}/api/admin/checkout/initiate`;
  expect(await replyProblems('POST', url, Response.json({ id: 1 }))).toEqual(
    expect.arrayContaining([expect.stringContaining('recoveryLink'), expect.stringContaining('/id')]),
  );
  expect(await replyProblems('POST', url, Response.json({}, { status: 418 }))).toHaveLength(1);
});
