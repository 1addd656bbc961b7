import { describe, expect, test } from 'vitest';
import { CREDENTIALS, sandbox, SHOP, TENANT } from '../../demo/sandbox/sandbox.ts';
import { limioClient } from '../../src/limio/client.ts';
import { startRenewal } from '../../src/server/renewals/start-renewal.ts';
import { CRM_KEY, keyed } from './keyed-setup.ts';
import { NOON } from './setup.ts';

const ada = { email: 'ada@example.com', address: { postalCode: 'SW1Y 4JH' } };
const byReference = { subscriptionReference: 'A-1001' };

describe('POST /renewals', () => {
  test('answers with a page of the shop that opens the basket, and what decides about that page', async () => {
    const { send, limio } = keyed();
    const { status, body } = await send('/renewals', {
      ...byReference,
      verify: ada,
      expiresAfter: { days: 20 },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      url: `https://shop.test/renewal?basket=${String(body['basketId'])}`,
      basketId: expect.stringMatching(/^basket-[\da-f-]{36}$/) as string,
      externalId: String(body['basketId']).replace('basket-', ''),
      expiresAt: new Date(NOON + 20 * 86_400_000).toISOString(),
      segments: ['renewal'],
      renewalDetails: {
        subscription: {
          id: 'sub-1',
          name: 'A-1001',
          termEndDate: new Date(NOON + 20 * 86_400_000).toISOString(),
        },
        attributes: {},
      },
      hideEmailField: true,
      hidePriceField: false,
    });
    expect(limio.state.baskets.get(String(body['basketId']))?.lines.map(({ item }) => item.path)).toEqual([
      '/offers2/Desk Team Monthly',
      '/add_ons/Desk Priority Support',
    ]);
  });

  test('leads to the page that the backend, or the renewal, names', async () => {
    const { send } = keyed({ renewalPage: '/stay' });
    const { body: usual } = await send('/renewals', { subscriptionId: 'sub-1' });
    const { body: own } = await send('/renewals', { subscriptionId: 'sub-1', page: 'fr/renouveler' });
    expect([usual['url'], own['url']]).toEqual([
      expect.stringMatching(/^https:\/\/shop\.test\/stay\?basket=basket-[\da-f-]{36}$/),
      expect.stringMatching(/^https:\/\/shop\.test\/fr\/renouveler\?basket=basket-[\da-f-]{36}$/),
    ]);
  });

  // prettier-ignore
  const unknown: Array<[what: string, renewal: object]> = [
    ['a reference nobody has',       { subscriptionReference: 'A-9999', verify: ada }],
    ['an id nobody has',             { subscriptionId: 'sub-none' }],
    ['the e-mail address of others', { ...byReference, verify: { ...ada, email: 'eve@example.com' } }],
    ['another postal code',          { ...byReference, verify: { ...ada, address: { postalCode: 'EC1' } } }],
    ['one that ended long ago',      { subscriptionReference: 'A-1006', verify: ada }],
    ['a field nobody has',           { ...byReference, verify: { address: { planet: 'Mars' } } }],
  ];
  test.for(unknown)(
    'with %s is refused like any other, without saying what is wrong',
    async ([, renewal]) => {
      const { send, limio, log } = keyed();
      const { status, body } = await send('/renewals', renewal);
      expect([status, body]).toEqual([
        404,
        {
          code: 'subscription_unknown',
          requestId: expect.any(String) as string,
          message: 'There is no such subscription, or a detail to verify is not the one on record.',
        },
      ]);
      expect(limio.state.baskets.size).toBe(0);
      expect(JSON.stringify(log)).not.toMatch(/example\.com|SW1|EC1|Mars|A-\d/);
    },
  );

  // prettier-ignore
  const states: Array<[what: string, reference: string, status: string, daysLeft: number]> = [
    ['is cancelled and still running', 'A-1004', 'cancelled', 12],
    ['is in its grace period',         'A-1005', 'grace',     -5],
  ];
  test.for(states)(
    'of a subscription that %s opens, and says so',
    async ([, reference, status, daysLeft]) => {
      const { send, limio } = keyed();
      const { body } = await send('/renewals', { subscriptionReference: reference, verify: ada });
      expect(body).toMatchObject({
        url: `https://shop.test/renewal?basket=${String(body['basketId'])}`,
        renewalDetails: {
          subscription: { status, termEndDate: new Date(NOON + daysLeft * 86_400_000).toISOString() },
        },
      });
      expect(limio.state.baskets.get(String(body['basketId']))?.lines).toHaveLength(1);
    },
  );

  // prettier-ignore
  const answers: Array<[status: number, reply: object | string, expected: object]> = [
    [400, { message: 'Subscription of canary@example.com is cancelled' }, { status: 409, code: 'change_refused' }],
    [409, { error: 'canary' },                                            { status: 409, code: 'change_refused' }],
    [410, '',                                                             { status: 409, code: 'change_refused' }],
    [422, '<html>canary</html>',                                          { status: 409, code: 'change_refused' }],
    [423, { message: 'canary: pending until 2026-12-01' },                { status: 423, code: 'subscription_pending', until: '2026-12-01' }],
    [403, { message: 'canary' },                                          { status: 502, code: 'upstream_rejected' }],
    [500, { message: 'canary' },                                          { status: 503, code: 'upstream_unavailable' }],
    [200, '<html>canary</html>',                                          { status: 502, code: 'upstream_invalid' }],
    [200, { id: 'basket-1"><canary>', order: {} },                        { status: 502, code: 'upstream_invalid' }],
  ];
  test.for(answers)(
    'that Limio answers with %s %j is told by its code alone',
    async ([status, reply, expected]) => {
      const spare = sandbox();
      const { send, log } = keyed({
        limio: {
          tenant: TENANT,
          credentials: () => CREDENTIALS,
          fetch: async (input, init) => {
            const request = new Request(input, init);
            if (!request.url.endsWith('/renew')) return spare.fetch(request);
            return typeof reply === 'string'
              ? new Response(reply, { status })
              : Response.json(reply, { status });
          },
        },
      });
      const answer = await send('/renewals', { subscriptionReference: 'A-1004' });
      const { requestId: _, message: __, ...body } = answer.body;
      expect({ status: answer.status, ...body }).toEqual(expected);
      expect(JSON.stringify([answer.body, log])).not.toContain('canary');
    },
  );

  // prettier-ignore
  const refused: Array<[what: string, renewal: object, field: string]> = [
    ['no subscription',          {},                                                     'subscriptionId'],
    ['two names of one',         { ...byReference, subscriptionId: 'sub-1' },            'subscriptionId'],
    ['an e-mail that is none',   { ...byReference, verify: { email: 'ada' } },           'verify.email'],
    ['a nested address',         { ...byReference, verify: { address: { city: {} } } },  'verify.address.city'],
    ['31 days',                  { ...byReference, expiresAfter: { days: 31 } },         'expiresAfter.days'],
    ['a page of another host',   { ...byReference, page: '//evil.test' },                'page'],
    ['an external id that is none', { ...byReference, externalId: 'a b' },               'externalId'],
    ['a field of another route', { ...byReference, items: [] },                          'items'],
  ];
  test.for(refused)('with %s is refused by name, and nothing is sent', async ([, renewal, field]) => {
    const { send, limio } = keyed();
    const { body } = await send('/renewals', renewal);
    expect([body.code, body.fields]).toEqual(['bad_request', [field]]);
    expect(limio.log.map(({ operation }) => operation)).not.toContain('renewCheckout');
  });

  test('that is repeated with its idempotency key is one basket', async () => {
    const { send, limio } = keyed();
    const key = { 'idempotency-key': 'renewal-1' };
    const [first, second] = [
      await send('/renewals', byReference, key),
      await send('/renewals', byReference, key),
    ];
    expect(second.body).toEqual(first.body);
    expect(limio.state.baskets.size).toBe(1);
    // The same words in a quote are another request.
    const quote = { items: [{ path: '/offers2/Desk Team Monthly' }] };
    expect((await send('/quotes', quote, key)).status).toBe(200);
  });

  test('is for callers with a key for it', async () => {
    const { send, limio } = keyed({
      keys: () => [{ label: 'crm', scopes: ['quotes'], sha256: '0'.repeat(64) }],
    });
    expect((await send('/renewals', byReference, { authorization: `Bearer ${CRM_KEY}` })).body.code).toBe(
      'key_invalid',
    );
    expect(limio.log).toEqual([]);
  });
});

describe('startRenewal', () => {
  const start = (reply: object) =>
    startRenewal(
      limioClient({
        tenant: TENANT,
        credentials: () => CREDENTIALS,
        fetch: async (input, init) => {
          const request = new Request(input, init);
          return request.url.endsWith('/renew') ? Response.json(reply) : sandbox().fetch(request);
        },
      }),
      { shop: SHOP },
      byReference,
    );

  test('makes a renewal without a backend, of a reply that holds nothing but the id', async () => {
    expect(await start({ id: 'basket-1', order: {} })).toMatchObject({
      url: 'https://shop.test/renewal?basket=basket-1',
      segments: [],
    });
  });

  test.for(['basket-1&to=https://evil.test', '../x', 'a#b'])('makes no link of the id %s', async (id) => {
    await expect(start({ id, order: {} })).rejects.toMatchObject({ code: 'upstream_invalid' });
  });
});
