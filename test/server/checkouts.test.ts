import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { CheckoutAnswer } from '../../src/contract/checkout.ts';
import { hex40 } from '../../demo/sandbox/items/raw-item.ts';
import { pretendLimio } from './pretend-limio.ts';
import { checkout, NOON, outcome, setup } from './setup.ts';

const read = async (response: Response) => (await response.json()) as CheckoutAnswer;

describe('POST /checkouts', () => {
  test('answers with the signed link of the shop, its expiry, and nothing else of what Limio said', async () => {
    const { post } = setup();
    const request = checkout();
    const response = await post(request);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      attemptId: request.attemptId,
      url: expect.stringMatching(
        /^https:\/\/shop\.test\/api\/checkout\/recover\?basketId=basket-.+&recover=.+/,
      ) as string,
      expiresAt: new Date(NOON + 4 * 3_600_000).toISOString(),
    });
  });

  test('orders by id and version of the catalogue, and decides what a browser may not', async () => {
    const { post, limio } = setup({ page: '/anonymous-checkout', expiresAfter: { hours: 2 } });
    await post(checkout({ country: 'AT', carry: { utm_source: 'news', gclid: 'g-1' } }));
    expect(limio.initiated()).toEqual({
      order: {
        orderItems: [{ offer: { id: 'id-Pro', version: 'version-Pro' }, quantity: 1 }],
        external_id: expect.stringMatching(
          /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/,
        ) as string,
        country: 'AT',
        source: 'shop',
        order_type: 'new',
        tracking: { offers: ['/offers2/Pro'], purchaseCountryCode: 'AT', utm_source: 'news', gclid: 'g-1' },
      },
      journey: { checkout: '/anonymous-checkout' },
      expiresAfter: { hours: 2 },
    });
  });

  test('hands on what the customer gave, under the names Limio knows', async () => {
    const { post, limio } = setup();
    const customer = {
      email: 'ada@example.com',
      firstName: 'Ada',
      lastName: 'L',
      company: 'Engines',
      phone: '+44 1',
      country: 'GB',
    };
    await post(checkout({ customer }));
    const { country, customerDetails } = limio.initiated().order;
    expect({ country, customerDetails }).toEqual({
      country: 'GB',
      customerDetails: {
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: 'L',
        companyName: 'Engines',
        phone: '+44 1',
      },
    });
  });

  // prettier-ignore
  const pasted: Array<[what: string, given: object, handed: object]> = [
    ['marks of direction',       { email: '\u200fada@example.com\u200e', phone: '\u202a+44 1\u202c' }, { email: 'ada@example.com', phone: '+44 1' }],
    ['letters without a width',  { email: 'ada@example.com\u200b' },                                  { email: 'ada@example.com' }],
    ['wide letters',             { email: 'ａｄａ＠example.com', phone: '＋４４ １' },                   { email: 'ada@example.com', phone: '+44 1' }],
    ['a turn of direction',      { firstName: '\u202eadA\u202c', company: 'E\u200bngines\u{e0041}' }, { firstName: 'adA', companyName: 'Engines' }],
    ['digits of another script', { phone: '+٤٤ ١' },                                                   { phone: '+44 1' }],
  ];
  test.for(pasted)('hands on details without %s', async ([, customer, handed]) => {
    const { post, limio } = setup();
    await post(checkout({ customer }));
    expect(limio.initiated().order.customerDetails).toEqual(handed);
  });

  test('lets the mapping of details be configured', async () => {
    const { post, limio } = setup({
      customerFields: ({ company = '' }) => ({ customFields: { account_name: company } }),
    });
    await post(checkout({ customer: { company: 'Engines', firstName: 'Ada' } }));
    expect(limio.initiated().order).toMatchObject({ customFields: { account_name: 'Engines' } });
    expect(limio.initiated().order).not.toHaveProperty('customerDetails');
  });

  test('keeps values of the page whose names it is set up to take, which survive to the order', async () => {
    const { post, limio } = setup({ trackingFields: 'referenceId ref_*' });
    await post(checkout({ tracking: { referenceId: 'R-1', ref_b: '2' }, carry: { utm_source: 'news' } }));
    expect(limio.initiated().order['tracking']).toEqual({
      utm_source: 'news',
      referenceId: 'R-1',
      ref_b: '2',
      offers: ['/offers2/Pro'],
      purchaseCountryCode: 'DE',
    });
  });

  test.for(['other', 'referenceIdX', 'accountId', 'OFFERS'])(
    'refuses %s by name where a page would have it tracked',
    async (name) => {
      const { post, limio } = setup({ trackingFields: 'referenceId accountId OFFERS' });
      const response = await post(checkout({ tracking: { referenceId: 'R-1', [name]: 'x' } }));
      expect(await response.json()).toMatchObject({ code: 'bad_request', fields: [`tracking.${name}`] });
      expect(limio.count('initiateCheckout')).toBe(0);
    },
  );

  test('says by name what a hook that identifies got wrong', async () => {
    const { post } = setup({ identify: () => ({ accountId: null }) as never });
    const response = await post(checkout());
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'context_invalid', fields: ['accountId'] });
  });

  // prettier-ignore
  const quantities: Array<[behaviour: string, path: string, asked: number | undefined, sold: number]> = [
    ['sells one of an offer without bounds',        'Pro',  9,         1],
    ['sells the initial quantity by default',       'Team', undefined, 5],
    ['sells what was asked for',                    'Team', 10,        10],
    ['raises a quantity to the minimum',            'Team', 1,         5],
    ['lowers a quantity to the last step',          'Team', 100_000,   20],
    ['takes the nearest step',                      'Team', 12,        10],
  ];
  test.for(quantities)('%s', async ([, name, quantity, sold]) => {
    const { post, limio } = setup();
    await post(checkout({ items: [{ path: `/offers2/${name}`, quantity }] }));
    expect(limio.initiated().order['orderItems']).toMatchObject([{ quantity: sold }]);
  });

  test('makes one line of an offer that is named twice', async () => {
    const { post, limio } = setup();
    const items = [
      { path: '/offers2/Team', quantity: 5 },
      { path: '/offers2/Pro' },
      { path: '/offers2/Team', quantity: 10 },
    ];
    await post(checkout({ items }));
    expect(limio.initiated().order['orderItems']).toEqual([
      { offer: { id: 'id-Team', version: 'version-Team' }, quantity: 15 },
      { offer: { id: 'id-Pro', version: 'version-Pro' }, quantity: 1 },
    ]);
  });

  // prettier-ignore
  const unsold: Array<[behaviour: string, more: Record<string, unknown>, expected: string]> = [
    ['refuses an offer that does not exist',             { items: [{ path: '/offers2/None' }] },                            '404 offer_unavailable'],
    ['refuses one that is not sold online, just so',     { items: [{ path: '/offers2/Staff' }] },                           '404 offer_unavailable'],
    ['refuses one that is over',                         { items: [{ path: '/offers2/Over' }] },                            '404 offer_unavailable'],
    ['refuses one that is not sold in the country',      { items: [{ path: '/offers2/German' }], country: 'FR' },           '404 offer_unavailable'],
    ['refuses a basket of which one offer is not sold',  { items: [{ path: '/offers2/Pro' }, { path: '/offers2/None' }] },  '404 offer_unavailable'],
    ['says that the customer saw another version',       { items: [{ path: '/offers2/Pro', version: 'version-old' }] },     '409 offer_changed'],
  ];
  test.for(unsold)('%s', async ([, more, expected]) => {
    const { post, limio } = setup();
    expect(await outcome(await post(checkout(more)))).toBe(expected);
    expect(limio.count('initiateCheckout')).toBe(0);
  });

  test('sells only what it was told to sell, of what is sold online', async () => {
    const { post, get } = setup({ sells: ({ path }) => path !== '/offers2/Pro' });
    expect(await outcome(await post(checkout()))).toBe('404 offer_unavailable');
    expect(await (await get('/offers')).text()).not.toContain('/offers2/Pro');
  });

  test('looks again before it says that an offer has changed: the customer may know more', async () => {
    const { post, get, wait, limio } = setup();
    await get('/offers');
    limio.use('changed-version');
    wait(20);
    const items = [{ path: '/offers2/Pro', version: hex40('/offers2/Pro#2') }];
    expect(await outcome(await post(checkout({ items })))).toBe('200 ok');
    expect(limio.count('listOffers')).toBe(2);
  });

  // prettier-ignore
  const promos: Array<[behaviour: string, promoCode: string | undefined, promo: string | undefined]> = [
    ['says that a promo code was applied',                 'SAVE20', 'applied'],
    ['answers with the link though a code was refused',    'OVER',   'refused'],
    ['says nothing of codes where there was none',         undefined, undefined],
  ];
  test.for(promos)('%s', async ([, promoCode, promo]) => {
    const { post, limio } = setup();
    const answer = await read(await post(checkout({ promoCode })));
    expect(answer.promo).toBe(promo);
    expect(answer.url).toContain('/api/checkout/recover?');
    expect(limio.count('applyPromoCode')).toBe(promoCode ? 1 : 0);
  });

  test('gives up a promo code that takes too long, and keeps the sale', async () => {
    const limio = pretendLimio({ applyPromoCode: () => new Promise(() => {}) });
    const { post } = setup({ budget: 1800, now: Date.now }, limio);
    const answer = await read(await post(checkout({ promoCode: 'SAVE20' })));
    expect(answer).toMatchObject({ promo: 'unknown', url: expect.stringContaining('recover') as string });
  });

  test('sends the promo code of a basket that was made late, but does not wait for its outcome', async () => {
    const late = () => void wait(1.7);
    const limio = pretendLimio({ initiateCheckout: late, applyPromoCode: () => new Promise(() => {}) });
    const { post, get, wait } = setup({}, limio);
    await get('/offers');
    // Whoever waits now waits for ever.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
    onTestFinished(() => void vi.useRealTimers().restoreAllMocks());
    const answer = await read(await post(checkout({ promoCode: 'SAVE20' })));
    expect(answer).toMatchObject({ promo: 'unknown', url: expect.stringContaining('recover') as string });
    expect(limio.count('applyPromoCode')).toBe(1);
  });

  // prettier-ignore
  const outcomes: Array<[what: string, answer: () => Response | Promise<Response>, promo: string]> = [
    ['was refused',                    () => Response.json({}, { status: 400 }),                 'refused'],
    ['was refused with the basket',    () => Response.json({}, { status: 404 }),                 'refused'],
    ['may have been applied: 500',     () => Response.json({}, { status: 500 }),                 'unknown'],
    ['may have been applied: 504',     () => Response.json({}, { status: 504 }),                 'unknown'],
    ['may have been applied: no JSON', () => new Response('<html>'),                             'unknown'],
    ['may have been applied: lost',    () => Promise.reject(new TypeError('connection closed')), 'unknown'],
  ];
  test.for(outcomes)('tells the promo code that %s', async ([, answer, promo]) => {
    const { post } = setup({}, pretendLimio({ applyPromoCode: answer }));
    expect(await read(await post(checkout({ promoCode: 'SAVE20' })))).toMatchObject({ promo });
  });

  // prettier-ignore
  const links: Array<[behaviour: string, recoveryLink: string]> = [
    ['refuses a link to another host',                 'https://shop.evil.test/api/checkout/recover?basketId=b&recover=t'],
    ['refuses a link without its scheme',              '//evil.test/api/checkout/recover?basketId=b&recover=t'],
    ['refuses a path that makes the host longer',      '.evil.test/api/checkout/recover?basketId=b&recover=t'],
    ['refuses a path that makes the shop a user',      '@evil.test/api/checkout/recover?basketId=b&recover=t'],
    ['refuses a path with a backslash',                '/\\evil.test/api/checkout/recover?basketId=b&recover=t'],
    ['refuses a path elsewhere on the shop',           '/account?next=/api/checkout/recover'],
    ['refuses a path that leads away from itself',     '/api/checkout/recover/../../../login?basketId=b'],
    ['refuses a link that acts for an account',        '/api/checkout/assisted?basketId=b&cl=t'],
  ];
  test.for(links)('%s', async ([, recoveryLink]) => {
    const limio = pretendLimio({
      initiateCheckout: () => Response.json({ id: 'b', recoveryLink, order: {} }),
    });
    expect(await outcome(await setup({}, limio).post(checkout()))).toBe('502 upstream_invalid');
  });
});
