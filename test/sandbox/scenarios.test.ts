import { expect, test } from 'vitest';
import { inTime } from '../setup/in-time.ts';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { CREDENTIALS } from '../../demo/sandbox/sandbox.ts';
import { serveSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { limioClient } from '../../src/limio/client.ts';

/** What the backend has for a checkout, in milliseconds. */
const BUDGET = 2500;

// prettier-ignore
const outcomes: Array<[scenario: string, code: string, baskets: number]> = [
  ['happy',               'ok',                   1],
  ['slow=300',            'ok',                   1],
  ['slow=9000',           'upstream_timeout',     0],
  ['stall',               'upstream_timeout',     1],
  ['drop',                'upstream_unavailable', 1],
  ['expired-token',       'ok',                   1],
  ['rate-limited',        'upstream_unavailable', 0],
  ['bad-gateway',         'upstream_unavailable', 0],
  ['html',                'upstream_invalid',     0],
  ['huge',                'upstream_invalid',     0],
  ['redirect',            'upstream_invalid',     0],
  ['changed-version',     'upstream_unavailable', 0],
  ['expired-link',        'ok',                   1],
  ['sold-out',            'upstream_unavailable', 0],
  ['down',                'upstream_unavailable', 0],
  ['slow=9000@token',     'upstream_timeout',     0],
  ['stall@token',         'upstream_timeout',     0],
  ['html@token',          'upstream_invalid',     0],
  ['redirect@token',      'upstream_invalid',     0],
];
test.concurrent.for(outcomes)(
  'under %s a checkout ends with %s in time, and with %i baskets',
  async ([scenario, code, baskets], { expect }) => {
    const served = await serveSandbox({ scenario });
    try {
      const client = limioClient({ tenant: served.origin, credentials: () => CREDENTIALS });
      const { id, version } = CATALOGUE[0]!;
      const order = {
        orderItems: [{ offer: { id, version } }],
        external_id: 'attempt-1',
        country: 'US',
        source: 'shop',
        order_type: 'new' as const,
      };
      // A busy machine must not turn another fault into a late one.
      const budget = code === 'upstream_timeout' ? BUDGET : 10_000;
      const signal = new AbortController().signal;
      const outcome = client.initiateCheckout({ order }, { signal, deadline: Date.now() + budget }).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      );
      expect(await inTime(budget + 1000, outcome)).toBe(code);
      expect(served.state.baskets.size).toBe(baskets);
    } finally {
      await served.close();
    }
  },
);

test('a bad gateway is over after two requests', async () => {
  const served = await serveSandbox({ scenario: 'bad-gateway@applyPromoCode' });
  try {
    const client = limioClient({ tenant: served.origin, credentials: () => CREDENTIALS });
    const apply = () =>
      client
        .applyPromoCode({ code: 'SAVE20', basketId: 'none' }, { signal: AbortSignal.timeout(5000) })
        .catch(({ code }: { code: string }) => code);
    expect([await apply(), await apply(), await apply()]).toEqual([
      'upstream_unavailable',
      'upstream_unavailable',
      'basket_unknown',
    ]);
  } finally {
    await served.close();
  }
});
