import { expect, test } from 'vitest';
import { pretendLimio } from './pretend-limio.ts';
import { checkout, NOON, outcome, setup } from './setup.ts';

const minutes = (count: number) => NOON / 1000 + count * 60;
// prettier-ignore
const ends: Array<[end: string, claims: string, expected: string]> = [
  ['that is long over',                 JSON.stringify({ exp: minutes(-60) }),   '502 upstream_invalid'],
  ['that is over for a minute',         JSON.stringify({ exp: minutes(-1) }),    '502 upstream_invalid'],
  ['that is over for a fast clock',     JSON.stringify({ exp: minutes(-0.4) }),  '200 ok'],
  ['still to come',                     JSON.stringify({ exp: minutes(1) }),     '200 ok'],
  ['in a month',                        JSON.stringify({ exp: minutes(43_200) }), '200 ok'],
  ['in milliseconds',                   JSON.stringify({ exp: NOON + 60_000 }),  '200 ok'],
  ['of an unknown form',                JSON.stringify({ exp: 'tomorrow' }),     '200 ok'],
  ['of nothing',                        JSON.stringify({ exp: null }),           '200 ok'],
  ['of zero',                           JSON.stringify({ exp: 0 }),              '200 ok'],
  ['nobody speaks of',                  JSON.stringify({ basketId: 'b' }),       '200 ok'],
  ['nobody can read',                   'not JSON',                              '200 ok'],
];
test.for(ends)('a link with an end %s', async ([, claims, expected]) => {
  const token = `e30.${Buffer.from(claims).toString('base64url')}.signed`;
  const recoveryLink = `/api/checkout/recover?basketId=b&recover=${token}`;
  const limio = pretendLimio({
    initiateCheckout: () => Response.json({ id: 'b', recoveryLink, order: {} }),
  });
  expect(await outcome(await setup({}, limio).post(checkout()))).toBe(expected);
});
