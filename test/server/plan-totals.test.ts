import { afterEach, expect, test } from 'vitest';
import { CREDENTIALS, sandbox, TENANT } from '../../demo/sandbox/sandbox.ts';
import { open, subscribers } from './plan-setup.ts';
import { NOON } from './setup.ts';

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** A backend whose Limio names this total and this day. */
function withOrder(more: object) {
  const limio = sandbox({ now: () => NOON });
  return subscribers('happy', {
    limio: {
      tenant: TENANT,
      credentials: () => CREDENTIALS,
      fetch: async (input, init) => {
        const response = await limio.fetch(new Request(input, init));
        if (!new URL(response.url || new Request(input).url).pathname.endsWith('/subscription'))
          return response;
        const checkout = (await response.json()) as { order: object };
        const { headers } = response;
        return Response.json({ ...checkout, order: { ...checkout.order, ...more } }, { headers });
      },
    },
  });
}

// prettier-ignore
const totals: Array<[what: string, total: unknown, told: object | undefined]> = [
  ['an amount that binary cannot write', { amount: 0.1 + 0.2, currency: 'EUR' },    { amount: '0.3', currency: 'EUR' }],
  ['thousandths',                        { amount: 10.805, currency: 'KWD' },       { amount: '10.805', currency: 'KWD' }],
  ['no cents',                           { amount: 1080, currency: 'JPY' },         { amount: '1080', currency: 'JPY' }],
  ['an amount as text',                  { amount: '29.90', currency: 'EUR' },      { amount: '29.9', currency: 'EUR' }],
  ['nothing to pay',                     { amount: 0, currency: 'EUR' },            { amount: '0', currency: 'EUR' }],
  ['a currency in small letters',        { amount: 29, currency: 'eur' },           { amount: '29', currency: 'EUR' }],
  ['the total of the order alone',       { orderTotal: 29, currency: 'EUR' },       { amount: '29', currency: 'EUR' }],
  ['a currency that is none',            { amount: 29, currency: 'EURO' },          undefined],
  ['a currency of nothing',              { amount: 29, currency: '' },              undefined],
  ['no currency',                        { amount: 29 },                            undefined],
  ['an amount below nothing',            { amount: -12.5, currency: 'EUR' },        undefined],
  ['an amount beyond all numbers',       { amount: 1e21, currency: 'EUR' },         undefined],
  ['a word',                             { amount: 'free', currency: 'EUR' },       undefined],
  ['no total',                           null,                                      undefined],
];
test.for(totals)('%s is told as a total of money or not at all', async ([, total, told]) => {
  const { start } = await withOrder({ total });
  const { status, body } = await start();
  expect([status, body.total]).toEqual([200, told]);
});
