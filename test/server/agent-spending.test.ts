import { expect, test } from 'vitest';
import { charge } from '../../demo/sandbox/items/raw-item.ts';
import { digest } from '../../src/server/gate/digest.ts';
import type { SpendingLimits } from '../../src/server/gate/spending-limits.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import type { BackendOptions } from '../../src/server/options.ts';
import { agentSetup, KEY } from './agent-setup.ts';
import { item, pretendLimio, SHOP } from './pretend-limio.ts';

const seats = {
  allow_multibuy__limio: true,
  default_quantity_options__limio: { quantity: 2, minimum_quantity: 1, maximum_quantity: 1000, increment: 1 },
};

/** What is for sale: 29 euros for a seat, and prices that cannot be held to a limit in euros. */
const OFFERS = [
  item('Seats', seats),
  item('Dollars', { price__limio: [charge('29.00', 'months', { currencyCode: 'USD' })] }),
  item('Unknown', { price__limio: [] }),
  item('Fee', {
    price__limio: [
      charge('29.00', 'months', { currencyCode: 'EUR' }),
      charge('80.00', '', { type: 'one-time', trigger: 'order_date', currencyCode: 'EUR' }),
    ],
  }),
];

let buyers = 0;

function setupWith(limits: SpendingLimits, options: Partial<BackendOptions> = {}) {
  const keys = [{ label: 'agentforce', scopes: ['agent'] as const, sha256: digest(KEY), limits }];
  const own = agentSetup({ keys: () => keys, ...options }, pretendLimio({}, Date.now, OFFERS));
  /** Opens a checkout for somebody else each time, and says whether it was filled in, and why not. */
  const open = async (quantity?: number, path = '/offers2/Seats') => {
    const email = `buyer-${++buyers}@example.com`;
    const { status, body } = await own.send('/agent/checkouts', { paths: [path], quantity, email });
    expect(status).toBe(200);
    return body as { say: string; url: string; prefilled: boolean; reason?: string };
  };
  return { ...own, open };
}

// prettier-ignore
const orders: Array<[behaviour: string, path: string, quantity: number | undefined, isOpened: boolean]> = [
  ['less than the limit',               'Seats',   3,         true],
  ['the limit to the cent',             'Seats',   4,         true],
  ['a seat more than the limit',        'Seats',   5,         false],
  ['very much more',                    'Seats',   1000,      false],
  ['as many as are usual',              'Seats',   undefined, true],
  ['another currency',                  'Dollars', undefined, false],
  ['a price that is not known',         'Unknown', undefined, false],
  ['a fee beside that is not too much', 'Fee',     undefined, true],
];
test.for(orders)(
  'an order of %s is within what a key may open, or is a purchase link',
  async ([, name, quantity, isOpened]) => {
    const { open, limio } = setupWith({ currency: 'EUR', order: '116.00' });
    const path = `/offers2/${name}`;
    const answer = await open(quantity, path);
    expect(answer.prefilled).toBe(isOpened);
    expect(limio.count('initiateCheckout')).toBe(isOpened ? 1 : 0);
    if (isOpened) return;
    expect(answer).toEqual({
      prefilled: false,
      reason: 'over_limit',
      url: `${SHOP}/checkout?purchase=${encodeURIComponent(path)}`,
      say: expect.stringMatching(
        /It is not filled in\. (At most €116 an order|Only offers with a known price in EUR) may be opened here/,
      ),
    });
  },
);

test('several offers are one order', async () => {
  const { send } = setupWith({ currency: 'EUR', order: '130' });
  const { body } = await send('/agent/checkouts', { paths: ['/offers2/Seats', '/offers2/Fee'], quantity: 1 });
  expect(body).toMatchObject({ prefilled: false, reason: 'over_limit' });
});

test('what is opened in a day is held to its limit over all backends', async () => {
  const state = memoryState();
  const [one, other] = [1, 2].map(() => setupWith({ currency: 'EUR', day: '100' }, { state }));
  expect((await one!.open(2)).prefilled).toBe(true);
  const refused = await other!.open(2);
  expect(refused).toMatchObject({ prefilled: false, reason: 'over_limit' });
  expect(refused.say).toContain('At most €100 a day may be opened here; for less, ask again.');
  expect((await other!.open(1)).prefilled).toBe(true);
  expect((await one!.open(1)).prefilled).toBe(false);
});

test('orders at once are never more together than their limit', async () => {
  const { open, limio } = setupWith({ currency: 'EUR', day: '100' });
  const answers = await Promise.all(Array.from({ length: 8 }, () => open(1)));
  expect(answers.filter(({ prefilled }) => prefilled)).toHaveLength(3);
  expect(limio.count('initiateCheckout')).toBe(3);
});

test('the same order again counts once', async () => {
  const { send } = setupWith({ currency: 'EUR', day: '60' });
  const order = { paths: ['/offers2/Seats'], quantity: 2, email: 'ada@example.com' };
  const urls = [];
  for (let i = 0; i < 5; i++) urls.push((await send('/agent/checkouts', order)).body.url);
  expect(new Set(urls).size).toBe(1);
});

test('what is refused over MCP is told in the same words', async () => {
  const { call, send } = setupWith({ currency: 'EUR', order: '10' });
  const order = { paths: ['/offers2/Seats'] };
  const { body } = await call('open_checkout', order);
  expect(body.result.structuredContent).toEqual((await send('/agent/checkouts', order)).body);
});
