import { afterEach, expect, test } from 'vitest';
import { idOf, linesOf, open, subscribers } from './plan-setup.ts';

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** What the sandbox can do to each operation, and how its route ends. */
// prettier-ignore
const FAULTS: Array<[fault: string, expected: string]> = [
  ['slow=300',      '200'],
  ['slow=5000',     '504 upstream_timeout'],
  ['stall',         '504 upstream_timeout'],
  ['drop',          '503 upstream_unavailable'],
  ['expired-token', '200'],
  ['rate-limited',  '503 upstream_unavailable'],
  ['bad-gateway',   '503 upstream_unavailable'],
  ['html',          '502 upstream_invalid'],
  ['huge',          '502 upstream_invalid'],
  ['redirect',      '502 upstream_invalid'],
  ['down',          '503 upstream_unavailable'],
];

const OPERATIONS = [
  'startSubscriptionCheckout',
  'getSubscriptionCheckout',
  'updateSubscriptionCheckout',
] as const;

const cases = OPERATIONS.flatMap((operation) =>
  FAULTS.map(([fault, expected]) => [fault, operation, expected] as const),
);

test.for(cases)(
  '%s at %s ends in time as %s, with one basket or none',
  async ([fault, operation, expected]) => {
    const budget = expected === '200' ? 2500 : 1500;
    const { limio, start, get, put } = await subscribers('happy', { budget });
    const isFirst = operation === 'startSubscriptionCheckout';
    const attemptId = 'an-attempt-that-meets-a-fault';
    const id = isFirst ? '' : (await start()).body.id;
    limio.use(`${fault}@${operation}`);
    const startedAt = performance.now();
    const ask = () =>
      isFirst
        ? start({ attemptId })
        : operation === 'getSubscriptionCheckout'
          ? get(id)
          : put(id, { offer: idOf('Business Monthly') });
    const { status, body } = await ask();
    expect([status, body.code].filter(Boolean).join(' ')).toBe(expected);
    expect(performance.now() - startedAt).toBeLessThan(budget + 500);
    expect(body.url === undefined || status === 200).toBe(true);
    expect(limio.state.changes.size).toBeLessThanOrEqual(1);
    // The same request once more, when all is well again, ends where it should have.
    limio.use('happy');
    const again = await ask();
    expect(again.status).toBe(200);
    if (operation === 'updateSubscriptionCheckout')
      expect(linesOf(again.body)).toEqual(['add Business × 5', 'remove Team × 3']);
    expect(limio.state.changes.size).toBe(1);
  },
);

// prettier-ignore
const around: Array<[fault: string, expected: string]> = [
  ['down@token',       '503 upstream_unavailable'],
  ['stall@token',      '504 upstream_timeout'],
  ['stall@listOffers', '200'],
  ['html@listOffers',  '200'],
  ['down@listAddOns',  '200'],
];
test.for(around)(
  'a change with %s ends as %s: a catalogue is not needed for it',
  async ([fault, expected]) => {
    const { start, limio } = await subscribers(fault, { budget: 2000 });
    const startedAt = performance.now();
    const { status, body } = await start();
    expect([status, body.code].filter(Boolean).join(' ')).toBe(expected);
    expect(performance.now() - startedAt).toBeLessThan(2500);
    if (status === 200) expect(body.upgrades.map(({ name }) => name)).toEqual(['Business']);
    expect(limio.state.changes.size).toBeLessThanOrEqual(1);
  },
);
