import { expect, test } from 'vitest';
import { operationOf } from '../../demo/sandbox/operations.ts';
import { sandbox } from '../../demo/sandbox/sandbox.ts';
import { limioBackend } from '../../src/server/backend.ts';
import { limioClient } from '../../src/limio/client.ts';
import { EVERY_ROUTE, headersFor } from './every-fault-setup.ts';
import { CREDENTIALS, TENANT } from './pretend-limio.ts';
import { HERE } from './setup.ts';

type Json = Record<string, unknown>;
type Change = (reply: Json, headers: Headers) => Json;

/** What Limio answers with, changed for one operation. */
function limioWith(operation: string, change: Change) {
  const limio = sandbox();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await limio.fetch(request);
    if (operationOf(request) !== operation) return response;
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    return Response.json(change((await response.json()) as Json, headers), { headers });
  };
  return { tenant: TENANT, credentials: () => CREDENTIALS, fetch };
}

/** Asks a backend that has every route. */
function asking(limio: ReturnType<typeof limioWith>) {
  const backend = limioBackend({ ...EVERY_ROUTE, limio });
  return async (method: string, path: string, body?: object) => {
    const headers = { ...headersFor(path), 'content-type': 'application/json' };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await backend.fetch(new Request(HERE + path, init), { address: '192.0.2.1' });
    return { status: response.status, body: (await response.json()) as Json };
  };
}

const items = [{ path: '/offers2/Desk Team Monthly' }];
const start = { attemptId: 'an-attempt-of-a-subscriber', subscription: 'sub-1' };

test.for([12, 'order-1', `basket-${'1'.repeat(80)}`, 'basket-/../../admin'])(
  'a basket that Limio calls %j, and does not take itself, is no fault of ours',
  async (id) => {
    const ask = asking(limioWith('initiatePartnerCheckout', (reply) => ({ ...reply, id })));
    expect(await ask('POST', '/partner/checkouts', { items })).toMatchObject({
      status: 502,
      body: { code: 'upstream_invalid' },
    });
  },
);

test('a cookie of Limio that is longer than any header is no fault of ours', async () => {
  const long: Change = (reply, headers) => {
    headers.set('set-cookie', `limio_state=${'x'.repeat(9000)}`);
    return reply;
  };
  const ask = asking(limioWith('startSubscriptionCheckout', long));
  const { body } = await ask('POST', '/plan-changes', start);
  expect(await ask('GET', `/plan-changes/${String(body['id'])}`)).toMatchObject({
    status: 502,
    body: { code: 'upstream_invalid' },
  });
});

test('one null among what a plan can be changed to hides none of the others', async () => {
  const withNulls: Change = ({ nextActions, ...reply }) => {
    const { upgrades, ...others } = nextActions as { upgrades: unknown[] };
    return { ...reply, nextActions: { ...others, upgrades: [null, ...upgrades, 'x'], selectOffer: 'false' } };
  };
  const ask = asking(limioWith('startSubscriptionCheckout', withNulls));
  const { status, body } = await ask('POST', '/plan-changes', start);
  expect([status, body['mustChoose']]).toEqual([200, false]);
  expect(body['upgrades']).toMatchObject([{ name: 'Business' }]);
});

test('one null among the baskets hides none of the others, and one that was bought may say so as text', async () => {
  const baskets: Change = () => ({
    items: [null, { id: 'basket-1', completed: 'true' }, 7, { id: 'basket-2' }],
  });
  const client = limioClient(limioWith('abandonedBaskets', baskets));
  const { value } = await client.abandonedBaskets({ since: '2026-11-01T00:00:00Z' }).next();
  expect(value!.items).toEqual([{ id: 'basket-1', completed: true }, { id: 'basket-2' }]);
});
