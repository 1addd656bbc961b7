import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { CREDENTIALS, sandbox, SHOP, TENANT } from '../../demo/sandbox/sandbox.ts';
import { limioClient } from '../../src/limio/client.ts';

const { id, version } = CATALOGUE[1]!;
const ORDER = {
  orderItems: [{ offer: { id, version }, quantity: 1 }],
  external_id: '3dafcfaa-6218-8432-a6ff-42263fe100ba',
  country: 'DE',
  customerDetails: { email: 'ada@example.com' },
};
const BASKET = `basket-${ORDER.external_id}`;

/** A sandbox, and a receiver on a socket that its webhooks are sent to. */
async function setup(answer: (response: ServerResponse) => void) {
  const told: [url: string | undefined, authorization: string | undefined, body: unknown][] = [];
  const server = createServer(async (request, response) => {
    told.push([request.url, request.headers.authorization, await json(request)]);
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => (server.closeAllConnections(), void server.close()));
  const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/limio`;
  const limio = sandbox({ webhooks: { to, user: 'limio', password: 'secret' } });
  const client = limioClient({ tenant: TENANT, credentials: () => CREDENTIALS, fetch: limio.fetch });
  const buy = (basket: string) =>
    limio.fetch(`${SHOP}/sandbox/complete?basket=${basket}`, { method: 'POST' });
  const statuses = () => limio.sent.map(({ status }) => status);
  return { told, client, buy, statuses };
}

test('Limio tells of what is begun and what is bought, by an address for each and Basic authentication', async () => {
  const { told, client, buy, statuses } = await setup((response) => response.writeHead(200).end());
  await client.initiateCheckout({ order: ORDER });
  await expect.poll(() => told.length).toBe(1);
  expect((await buy(BASKET)).status).toBe(204);
  await expect.poll(statuses).toEqual([200, 200]);
  const order = {
    checkoutId: BASKET,
    external_id: ORDER.external_id,
    customerDetails: ORDER.customerDetails,
  };
  expect(told).toEqual([
    [
      '/webhooks/limio?event=checkout-initiated',
      `Basic ${btoa('limio:secret')}`,
      expect.objectContaining({ id: BASKET }),
    ],
    [
      '/webhooks/limio?event=order-submitted',
      `Basic ${btoa('limio:secret')}`,
      { order: expect.objectContaining(order) as object },
    ],
  ]);
});

test('what is bought twice is told once', async () => {
  const { told, client, buy, statuses } = await setup((response) => response.writeHead(200).end());
  await client.initiateCheckout({ order: ORDER });
  expect([(await buy(BASKET)).status, (await buy(BASKET)).status]).toEqual([204, 404]);
  await expect.poll(statuses).toEqual([200, 200]);
  expect(told.filter(([url]) => url?.endsWith('order-submitted'))).toHaveLength(1);
});

test('a change of plan that was made is told, too', async () => {
  const { told, client, buy } = await setup((response) => response.writeHead(200).end());
  const order = { forSubscription: { id: 'sub-1' } };
  const { checkout } = await client.startSubscriptionCheckout({ recaptcha: '', order });
  expect((await buy(checkout.order!.checkoutId!)).status).toBe(204);
  await expect
    .poll(() => told.map(([url, , body]) => [url, body]))
    .toEqual([['/webhooks/limio?event=update-subscription', { id: 'sub-1' }]]);
});

test('a receiver that never answers keeps nobody waiting', async () => {
  const { client, buy, statuses } = await setup(() => {});
  await client.initiateCheckout({ order: ORDER });
  expect((await buy(BASKET)).status).toBe(204);
  expect(statuses()).toEqual([0, 0]);
});
