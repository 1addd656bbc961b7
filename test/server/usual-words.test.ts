import { describe, expect, test } from 'vitest';
import type { OfferList } from '../../src/contract/offers.ts';
import { agentSetup } from './agent-setup.ts';
import { mailbox } from '../../src/server/gate/mailbox.ts';
import { item, pretendLimio } from './pretend-limio.ts';
import { checkout, outcome, setup } from './setup.ts';

// prettier-ignore
const countries: Array<[given: string, iso: string]> = [['UK', 'GB'], ['EL', 'GR'], ['GB', 'GB'], ['DE', 'DE']];
describe.for(countries)('a country that is written %s', ([given, iso]) => {
  const limio = () =>
    pretendLimio({
      listOffers: () => Response.json({ items: [item('Pro', { allowed_countries__limio: [iso] })] }),
    });

  test('is ordered as ISO has it, whoever names it', async () => {
    const { post, limio: asked } = setup({}, limio());
    await post(checkout({ country: given }));
    expect(asked.initiated().order).toMatchObject({ country: iso, tracking: { purchaseCountryCode: iso } });
    await post(checkout({ customer: { country: given } }));
    expect(asked.initiated().order).toMatchObject({ country: iso });
    const usual = setup({ country: given }, limio());
    await usual.post(checkout());
    expect(usual.limio.initiated().order).toMatchObject({ country: iso });
  });

  test('lists what is sold there', async () => {
    const { get } = setup({}, limio());
    const { offers } = (await (await get(`/offers?country=${given}`)).json()) as OfferList;
    expect(offers).toHaveLength(1);
  });
});

// prettier-ignore
const addresses: Array<[given: string, counted: string]> = [
  ['ada@example.com',        'ada@example.com'],
  ['Ada@Example.com',        'ada@example.com'],
  ['ada+1@example.com',      'ada@example.com'],
  ['ada+a+b@example.com',    'ada@example.com'],
  ['a.d.a@example.com',      'ada@example.com'],
  ['+ada@example.com',       '+ada@example.com'],
  ['ada@Bücher.example',     'ada@xn--bcher-kva.example'],
  ['ada@xn--BCHER-kva.example', 'ada@xn--bcher-kva.example'],
  ['ada@ex+ample.com',       'ada@ex+ample.com'],
];
test.for(addresses)('%s is counted as %s', ([given, counted]) => {
  expect(mailbox(given)).toBe(counted);
});

test('one mailbox is one customer, however it is written', async () => {
  const { post, limio } = setup({ limits: { email: { points: 3, seconds: 600 } } });
  const outcomes = [];
  for (const part of ['ada', 'ADA', 'ada+1', 'ada+2'])
    outcomes.push(await outcome(await post(checkout({ customer: { email: `${part}@example.com` } }))));
  expect(outcomes).toEqual(['200 ok', '200 ok', '200 ok', '429 rate_limited']);
  // The address itself goes on as it was given.
  expect(JSON.stringify(limio.initiated())).toContain('ada+1@example.com');
});

test('one mailbox is one customer of an agent, too, whatever marks are written into it', async () => {
  const { send } = agentSetup({ limits: { email: { points: 3, seconds: 600 } } });
  const statuses = [];
  for (const name of ['ada', 'a.da', 'ada\u200b', 'ａｄａ']) {
    const order = { paths: ['/offers2/Pro'], email: `${name}@example.com` };
    statuses.push((await send('/agent/checkouts', order)).status);
  }
  expect(statuses).toEqual([200, 200, 200, 429]);
});
