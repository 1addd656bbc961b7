import { afterEach, expect, test } from 'vitest';
import { serveSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { limioBackend } from '../../src/server/backend.ts';
import { CHECKOUT_FAULTS } from './checkout-faults.ts';
import { CRM_KEY, KEYS } from './keyed-setup.ts';
import { CREDENTIALS, SHOP } from './pretend-limio.ts';
import { HERE, ORIGIN, outcome } from './setup.ts';

/** What must be closed after a test. */
const open: Array<{ close: () => unknown }> = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A backend over real sockets, on a Limio that plays a scenario. */
async function served(scenario: string, budget: number) {
  const limio = await serveSandbox({ scenario });
  open.push(limio);
  const { fetch } = limioBackend({
    limio: { tenant: limio.origin, credentials: () => CREDENTIALS },
    shop: SHOP,
    origins: [ORIGIN],
    country: 'US',
    keys: () => KEYS,
    budget,
  });
  const headers = { authorization: `Bearer ${CRM_KEY}`, 'content-type': 'application/json' };
  return {
    limio,
    post: (path: string, body: object, more: Record<string, string> = {}) =>
      fetch(
        new Request(HERE + path, {
          method: 'POST',
          headers: { ...headers, ...more },
          body: JSON.stringify(body),
        }),
      ),
  };
}

const quote = { items: [{ path: '/offers2/Desk Team Monthly', quantity: 3 }], promoCode: 'SAVE20' };

test.for(CHECKOUT_FAULTS)(
  'a quote with %s ends in time as %s, with %i basket at most',
  async ([scenario, expected, baskets]) => {
    // A machine under load needs its time where all goes well.
    const budget = expected.startsWith('200') ? 2500 : 1500;
    const { limio, post } = await served(scenario, budget);
    const startedAt = performance.now();
    expect(await outcome(await post('/quotes', quote))).toBe(expected);
    expect(performance.now() - startedAt).toBeLessThan(budget + 500);
    expect(limio.state.baskets.size).toBeLessThanOrEqual(baskets);
  },
);

const renewal = { subscriptionReference: 'A-1001', verify: { email: 'ada@example.com' } };

// prettier-ignore
const renewalFaults: Array<[fault: string, expected: string, baskets: number]> = [
  ['happy',                       '200 ok',                   1],
  ['slow=300@renewCheckout',      '200 ok',                   1],
  ['slow=5000@renewCheckout',     '504 upstream_timeout',     1],
  ['stall@renewCheckout',         '504 upstream_timeout',     1],
  ['drop@renewCheckout',          '503 upstream_unavailable', 1],
  ['expired-token@renewCheckout', '200 ok',                   1],
  ['rate-limited@renewCheckout',  '503 upstream_unavailable', 0],
  ['bad-gateway@renewCheckout',   '503 upstream_unavailable', 0],
  ['html@renewCheckout',          '502 upstream_invalid',     0],
  ['huge@renewCheckout',          '502 upstream_invalid',     0],
  ['redirect@renewCheckout',      '502 upstream_invalid',     0],
  ['down',                        '503 upstream_unavailable', 0],
  ['stall@token',                 '504 upstream_timeout',     0],
];
test.for(renewalFaults)(
  'a renewal with %s ends in time as %s, with %i basket at most',
  async ([scenario, expected, baskets]) => {
    const budget = expected.startsWith('200') ? 2500 : 1500;
    const { limio, post } = await served(scenario, budget);
    const startedAt = performance.now();
    expect(await outcome(await post('/renewals', renewal))).toBe(expected);
    expect(performance.now() - startedAt).toBeLessThan(budget + 500);
    expect(limio.state.baskets.size).toBeLessThanOrEqual(baskets);
  },
);

// prettier-ignore
const repeated: Array<[route: string, body: object, fault: string]> = [
  ['/quotes',   quote,   'stall'],
  ['/renewals', renewal, 'stall@renewCheckout'],
];
test.for(repeated)(
  '%s is the same basket when it is asked for again after its answer was lost',
  async ([path, body, fault]) => {
    const { limio, post } = await served(fault, 1500);
    const key = { 'idempotency-key': 'asked-twice' };
    expect(await outcome(await post(path, body, key))).toBe('504 upstream_timeout');
    limio.use('happy');
    expect(await outcome(await post(path, body, key))).toBe('200 ok');
    expect(limio.state.baskets.size).toBe(1);
  },
);
