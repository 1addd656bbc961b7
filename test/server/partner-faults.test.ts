import { afterEach, expect, test } from 'vitest';
import { serveSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { limioBackend } from '../../src/server/backend.ts';
import { sha256Of } from '../../src/server/gate/digest.ts';
import { CREDENTIALS, SHOP } from './pretend-limio.ts';
import { HERE, ORIGIN, outcome } from './setup.ts';

const KEY = 'limio-offers-key-of-a-reseller-0123456789';

const open: Array<{ close: () => unknown }> = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A backend with a partner's credentials over real sockets, and a way to ask it. */
async function reseller(budget: number) {
  const limio = await serveSandbox();
  open.push(limio);
  const { fetch } = limioBackend({
    limio: { tenant: limio.origin, credentials: () => CREDENTIALS },
    partner: { credentials: () => CREDENTIALS },
    shop: SHOP,
    origins: [ORIGIN],
    country: 'US',
    keys: () => [{ label: 'reseller', scopes: ['partner'], sha256: sha256Of(KEY) }],
    budget,
  });
  const ask = (method: string, path: string, body: object, more: Record<string, string> = {}) =>
    fetch(
      new Request(`${HERE}/partner/checkouts${path}`, {
        method,
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', ...more },
        body: JSON.stringify(body),
      }),
    );
  return { limio, ask };
}

const basket = { items: [{ path: '/offers2/Desk Business Negotiated' }] };
const change = { actions: [{ action: 'change_quantity', itemId: 'item-1', quantity: 4 }] };

/** What the sandbox can do to one operation, and how it ends. */
// prettier-ignore
const FAULTS: Array<[fault: string, expected: string]> = [
  ['slow=300',      '200 ok'],
  ['slow=5000',     '504 upstream_timeout'],
  ['stall',         '504 upstream_timeout'],
  ['drop',          '503 upstream_unavailable'],
  ['expired-token', '200 ok'],
  ['rate-limited',  '503 upstream_unavailable'],
  ['html',          '502 upstream_invalid'],
  ['huge',          '502 upstream_invalid'],
  ['redirect',      '502 upstream_invalid'],
  ['down',          '503 upstream_unavailable'],
];

// prettier-ignore
const steps: Array<[what: string, operation: string, method: string, path: (id: string) => string, body: object]> = [
  ['making a basket',        'initiatePartnerCheckout', 'POST', () => '',                   basket],
  ['what a new one holds',   'validatePartnerCheckout', 'POST', () => '',                   basket],
  ['changing one',           'updatePartnerCheckout',   'PUT',  (id) => `/${id}`,           change],
  ['what a changed one holds', 'validatePartnerCheckout', 'PUT', (id) => `/${id}`,          change],
  ['asking what is blocked', 'validatePartnerCheckout', 'POST', (id) => `/${id}/validate`,  {}],
];

const table = steps.flatMap((step) => FAULTS.map(([fault, expected]) => [fault, expected, ...step] as const));

test.for(table)(
  '%s: in time as %s, with one basket at most, %s',
  async ([fault, expected, , operation, method, path, body]) => {
    const budget = expected.startsWith('200') ? 2500 : 1500;
    const { limio, ask } = await reseller(budget);
    const { id = '' } = path('x') ? ((await (await ask('POST', '', basket)).json()) as { id: string }) : {};
    const before = limio.state.baskets.size;
    limio.use(`${fault}@${operation}`);
    const startedAt = performance.now();
    expect(await outcome(await ask(method, path(id), body))).toBe(expected);
    expect(performance.now() - startedAt).toBeLessThan(budget + 500);
    expect(limio.state.baskets.size - before).toBeLessThanOrEqual(1);
  },
);

test('a basket is the same one when it is asked for again after its answer was lost', async () => {
  const { limio, ask } = await reseller(1500);
  const key = { 'idempotency-key': 'asked-twice' };
  limio.use('stall@validatePartnerCheckout');
  expect(await outcome(await ask('POST', '', basket, key))).toBe('504 upstream_timeout');
  limio.use('happy');
  expect(await outcome(await ask('POST', '', basket, key))).toBe('200 ok');
  expect(limio.state.baskets.size).toBe(1);
});
