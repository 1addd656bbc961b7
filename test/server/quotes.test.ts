import { describe, expect, test } from 'vitest';
import { isQuoteId } from '../../src/server/checkout/external-id.ts';
import { CRM_KEY, keyed, published as offer } from './keyed-setup.ts';
import { NOON, outcome, setup } from './setup.ts';

const TEAM = '/offers2/Desk Team Monthly';
const SUPPORT = '/add_ons/Desk Priority Support';
const items = [{ path: TEAM, quantity: 3 }];

/** A body that only a hostile caller sends. */
const DEEP = `{"items":[{"path":"${TEAM}"}],"tracking":{"deep":${'['.repeat(50)}${']'.repeat(50)}}}`;

describe('POST /quotes', () => {
  test('answers with everything a CRM keeps of a quote, and nothing else', async () => {
    const { send } = keyed();
    const { status, body } = await send('/quotes', { items, promoCode: 'save20' });
    expect(status).toBe(200);
    expect(body).toEqual({
      url: expect.stringMatching(
        /^https:\/\/shop\.test\/api\/checkout\/recover\?basketId=.+&recover=.+/,
      ) as string,
      linkKind: 'recovery',
      basketId: `basket-${body.externalId}`,
      externalId: expect.any(String) as string,
      expiresAt: new Date(NOON + 14 * 86_400_000).toISOString(),
      total: { amount: 69.6, currency: 'USD' },
      promo: 'applied',
    });
    expect(isQuoteId(String(body.basketId))).toBe(true);
  });

  test('sends what was asked for, under the names Limio knows', async () => {
    const { send, initiated } = keyed({ page: '/checkout' });
    await send('/quotes', {
      items: [{ path: TEAM, quantity: 3 }, { path: SUPPORT }],
      account: { accountId: '001A', contactId: '003A', userId: '005A' },
      customer: { email: 'ada@example.com', company: 'Engines' },
      country: 'GB',
      expiresAfter: { days: 30 },
      page: 'anonymous-checkout',
      source: 'salesforce',
      externalId: 'Q-00042',
      tracking: { opportunity: { id: '006A', lines: [1, null] } },
    });
    expect(initiated()).toEqual({
      order: {
        orderItems: [
          { offer: offer(TEAM), quantity: 3, type: 'offer' },
          { offer: offer(SUPPORT), quantity: 1, type: 'add_on', parentId: offer(TEAM).id },
        ],
        external_id: 'Q-00042',
        country: 'GB',
        source: 'salesforce',
        order_type: 'new',
        tracking: {
          opportunity: { id: '006A', lines: [1, null] },
          offers: [TEAM, SUPPORT],
          purchaseCountryCode: 'GB',
          accountId: '001A',
          contactId: '003A',
          userId: '005A',
          limioOffers: 'quote',
        },
        customerDetails: { email: 'ada@example.com', companyName: 'Engines' },
      },
      journey: { checkout: '/anonymous-checkout' },
      expiresAfter: { days: 30 },
    });
  });

  test('for an account opens in the shop as that account, and says what the page needs', async () => {
    const { send, limio } = keyed();
    const { body } = await send('/quotes', {
      items: [...items, { path: SUPPORT }],
      account: { accountId: '001A' },
      expiresAfter: { days: 30 },
    });
    expect(body).toMatchObject({ linkKind: 'assisted', requires: 'anonymous_authentication' });
    expect(await limio.openLink(String(body.url))).toMatchObject({
      account: '001A',
      items: [{ path: TEAM, quantity: 3 }, { path: SUPPORT }],
    });
    const { lines } = limio.state.baskets.get(String(body.basketId))!;
    expect(lines[1]!.parentId).toBe(lines[0]!.id);
  });

  test('takes offers of any sales channel, by path or by id and version', async () => {
    const { send, initiated } = keyed();
    const path = '/offers2/Desk Business Negotiated';
    const { id, version } = offer(path);
    expect((await send('/quotes', { items: [{ path }] })).status).toBe(200);
    expect((await send('/quotes', { items: [{ id, version, quantity: 7 }] })).status).toBe(200);
    expect(initiated().order).toMatchObject({ orderItems: [{ offer: { id, version }, quantity: 7 }] });
  });

  test('takes an add-on by id with the offer it is told to belong to', async () => {
    const { send, initiated } = keyed();
    const addOn = { ...offer(SUPPORT), type: 'add_on', parent: offer(TEAM).id };
    expect((await send('/quotes', { items: [{ path: TEAM }, addOn] })).status).toBe(200);
    expect(initiated().order.orderItems[1]).toEqual({
      offer: offer(SUPPORT),
      quantity: 1,
      type: 'add_on',
      parentId: offer(TEAM).id,
    });
  });

  // prettier-ignore
  const told: Array<[what: string, quote: object, message: string]> = [
    ['too long a life',         { items, expiresAfter: { days: 31 } },             'expiresAfter.days is too much or too long: at most 30.'],
    ['an instant for a life',   { items, expiresAt: '2026-12-01T00:00:00+02:00' }, 'expiresAt is no field here.'],
    ['neither path nor id',     { items: [{ quantity: 1 }] },                     'items.0.path or `id` has to be there, and not both.'],
    ['an id alone',             { items: [{ id: 'a' }] },                         'items.0.version has to be there beside `id`.'],
    ['two units of time',       { items: [{ path: TEAM }], expiresAfter: { days: 1, hours: 1 } }, 'expiresAfter has to be in one unit: seconds, minutes, hours or days.'],
    ['a word for a number',     { items: [{ path: TEAM, quantity: 'three' }] },    'items.0.quantity has to be there, of type number.'],
    ['too many seats',          { items: [{ path: TEAM, quantity: 999 }] },        'The quantity of items.0 is not allowed: from 1 to 50 in steps of 1.'],
    ['nothing published',       { items: [{ path: '/offers2/canary' }] },          'Nothing is published at the path of items.0.'],
    ['a page elsewhere',        { items, page: 'https://canary.test' },            'The page is no path of a page on the shop, such as /checkout.'],
    ['no documented type',      { items: [{ id: 'a', version: 'b', type: 'canary' }] }, 'items.0.type has to be one of offer, add_on.'],
    ['two mistakes',            { items: [], source: '' },                         'items is too little or too short: at least 1. source is too little or too short: at least 1.'],
  ];
  test.for(told)('says what would be right, for %s, and repeats nothing', async ([, quote, message]) => {
    const { send, log } = keyed();
    const { body } = await send('/quotes', quote);
    expect(body['message']).toBe(message);
    expect(JSON.stringify([body, log])).not.toContain('canary');
  });

  // prettier-ignore
  const refused: Array<[what: string, quote: object | string, expected: string, field: string]> = [
    ['no line',                         { items: [] },                                                'bad_request',       'items'],
    ['a line without offer',            { items: [{ quantity: 1 }] },                                 'bad_request',       'items.0.path'],
    ['a line with two offers',          { items: [{ path: TEAM, id: 'a', version: 'b' }] },           'bad_request',       'items.0.path'],
    ['an id without version',           { items: [{ id: 'a' }] },                                     'bad_request',       'items.0.version'],
    ['a path with a type',              { items: [{ path: TEAM, type: 'offer' }] },                   'bad_request',       'items.0.type'],
    ['no seats',                        { items: [{ path: TEAM, quantity: 0 }] },                     'bad_request',       'items.0.quantity'],
    ['half a seat',                     { items: [{ path: TEAM, quantity: 1.5 }] },                   'bad_request',       'items.0.quantity'],
    ['more seats than are sold',        { items: [{ path: TEAM, quantity: 100_000 }] },               'bad_request',       'items.0.quantity'],
    ['a price',                         { items: [{ path: TEAM, price: 1 }] },                        'bad_request',       'items.0.price'],
    ['an offer nobody published',       { items: [{ path: TEAM }, { path: '/offers2/None' }] },       'offer_unavailable', 'items.1.path'],
    ['an add-on nobody published',      { items: [{ path: TEAM }, { path: '/add_ons/None' }] },       'offer_unavailable', 'items.1.path'],
    ['an offer of another version',     { items: [{ path: TEAM, version: 'old' }] },                  'offer_changed',     'items.0.version'],
    ['an id nobody published',          { items: [{ path: TEAM }, { id: 'a', version: 'b' }] },       'offer_unavailable', 'items.1.id'],
    ['an add-on’s id for an offer',     { items: [offer(SUPPORT)] },                                  'offer_unavailable', 'items.0.id'],
    ['an offer’s id for an add-on',     { items: [{ path: TEAM }, { ...offer(TEAM), type: 'add_on' }] }, 'offer_unavailable', 'items.1.id'],
    ['an id of another version',        { items: [{ ...offer(TEAM), version: 'old' }] },              'offer_changed',     'items.0.version'],
    ['more seats than an id is sold for', { items: [{ ...offer(TEAM), quantity: 999 }] },             'bad_request',       'items.0.quantity'],
    ['an add-on’s id alone',            { items: [{ ...offer(SUPPORT), type: 'add_on' }] },           'bad_request',       'items.0.id'],
    ['an add-on alone',                 { items: [{ path: SUPPORT }] },                               'bad_request',       'items.0.path'],
    ['an add-on of an absent offer',    { items: [{ path: TEAM }, { path: SUPPORT, parent: 'x' }] },  'bad_request',       'items.1.parent'],
    ['31 days',                         { items, expiresAfter: { days: 31 } },                        'bad_request',       'expiresAfter.days'],
    ['721 hours',                       { items, expiresAfter: { hours: 721 } },                      'bad_request',       'expiresAfter.hours'],
    ['less than a minute',              { items, expiresAfter: { seconds: 59 } },                     'bad_request',       'expiresAfter.seconds'],
    ['two units of time',               { items, expiresAfter: { days: 1, hours: 1 } },               'bad_request',       'expiresAfter'],
    ['a page of another host',          { items, page: '//evil.test' },                               'bad_request',       'page'],
    ['an account without id',           { items, account: { contactId: '003' } },                     'bad_request',       'account.accountId'],
    ['an account by way of tracking',   { items, tracking: { accountId: '001' } },                    'bad_request',       'tracking.accountId'],
    ['offers by way of tracking',       { items, tracking: { OFFERS: [] } },                          'bad_request',       'tracking.OFFERS'],
    ['our own mark by way of tracking', { items, tracking: { limioOffers: 'x' } },                    'bad_request',       'tracking.limioOffers'],
    ['tracking without end',            DEEP,                                                         'bad_request',       'tracking.deep'],
    ['tracking of a number without end', `{"items":[{"path":"${TEAM}"}],"tracking":{"deal":{"lines":[1e400]}}}`, 'bad_request', 'tracking.deal'],
    ['an account with marks nobody sees', { items, account: { accountId: '001\u202eA' } },           'bad_request',       'account.accountId'],
    ['a promo code that is none',       { items, promoCode: 'SAVE 20' },                              'bad_request',       'promoCode'],
    ['an external id with a slash',     { items, externalId: 'Q/1' },                                 'bad_request',       'externalId'],
    ['a country in words',              { items, country: 'Germany' },                                'bad_request',       'country'],
    ['an e-mail address that is none',  { items, customer: { email: 'ada' } },                        'bad_request',       'customer.email'],
    ['a total',                         { items, total: 1 },                                          'bad_request',       'total'],
  ];
  test.for(refused)('with %s is refused by name, and makes no basket', async ([, quote, code, field]) => {
    const { send, limio } = keyed();
    const { body } = await send('/quotes', quote);
    expect([body.code, body.fields]).toEqual([code, [field]]);
    expect(limio.state.baskets.size).toBe(0);
    expect(limio.log.map(({ operation }) => operation)).not.toContain('initiateCheckout');
  });

  test('with a promo code that Limio refuses is a quote all the same', async () => {
    const { send } = keyed();
    const { body } = await send('/quotes', { items, promoCode: 'NONE' });
    expect(body).toMatchObject({ promo: 'refused', total: { amount: 87, currency: 'USD' } });
  });

  test('is for callers with a key for it: no page, no other key, no guess', async () => {
    const { send, limio, log } = keyed();
    for (const headers of [
      { authorization: '' },
      { authorization: `Bearer ${CRM_KEY}x` },
      { authorization: '', origin: 'https://www.example.com' },
    ]) {
      const { status, body, headers: answered } = await send('/quotes', { items }, headers);
      const message = 'The key is missing, unknown, or not for this route.';
      expect([status, body]).toEqual([
        401,
        { code: 'key_invalid', requestId: expect.any(String) as string, message },
      ]);
      expect(answered.get('access-control-allow-origin')).toBe(null);
    }
    expect(limio.log).toEqual([]);
    await send('/quotes', { items });
    expect(log.at(-1)).toMatchObject({ route: 'createQuote', key: 'crm', status: 200, items: 1 });
    expect(JSON.stringify(log)).not.toContain(CRM_KEY);
  });

  test('is no route of a backend without keys', async () => {
    const { ask } = setup();
    expect(await outcome(await ask('/quotes', { method: 'POST' }))).toBe('404 not_found');
  });

  test('needs no origin, and no id of a request', async () => {
    const { send, limio } = keyed();
    const made = [await send('/quotes', { items }), await send('/quotes', { items })];
    expect(made.map(({ status }) => status)).toEqual([200, 200]);
    expect(limio.state.baskets.size).toBe(2);
  });

  test('that is repeated with its idempotency key is one basket; with another body it is refused', async () => {
    const { send, limio } = keyed();
    const key = { 'idempotency-key': 'quote-42' };
    const [first, second] = await Promise.all([
      send('/quotes', { items }, key),
      send('/quotes', { items }, key),
    ]);
    expect(second.body).toEqual(first.body);
    expect(limio.log.filter(({ operation }) => operation === 'initiateCheckout')).toHaveLength(1);
    expect((await send('/quotes', { items: [{ path: TEAM }] }, key)).body.code).toBe('conflict');
    expect((await send('/quotes', { items }, { 'idempotency-key': 'a b' })).body.fields).toEqual([
      'Idempotency-Key',
    ]);
    expect(limio.state.baskets.size).toBe(1);
  });

  test('that is repeated with its external id is one basket', async () => {
    const { send, limio } = keyed();
    await send('/quotes', { items, externalId: 'Q-1' });
    await send('/quotes', { items: [{ path: TEAM, quantity: 5 }], externalId: 'Q-1' });
    expect([...limio.state.baskets.keys()]).toEqual(['basket-Q-1']);
  });

  test('counts for its caller', async () => {
    const { send } = keyed({ limits: { requests: { points: 1, seconds: 60 } } });
    await send('/quotes', { items });
    expect((await send('/quotes', { items })).body.code).toBe('rate_limited');
  });
});
