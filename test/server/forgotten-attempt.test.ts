import { expect, test } from 'vitest';
import { pretendLimio } from './pretend-limio.ts';
import { checkout, outcome, setup } from './setup.ts';

// prettier-ignore
const others: Array<[what: string, more: object]> = [
  ['other details',  { customer: { email: 'eve@example.com' } }],
  ['another offer',  { items: [{ path: '/offers2/Team' }] }],
];
test.for(others)('an attempt that is forgotten leads nobody with %s into its basket', async ([, more]) => {
  const limio = pretendLimio();
  const request = checkout({ customer: { email: 'ada@example.com' } });
  /** The id at Limio, by an instance that knows nothing of the others. */
  const idOf = async (body: object) => {
    expect(await outcome(await setup({}, limio).post(body))).toBe('200 ok');
    return limio.initiated().order['external_id'];
  };
  const ada = await idOf(request);
  expect(await idOf(request)).toBe(ada);
  expect(await idOf({ ...request, ...more })).not.toBe(ada);
});
