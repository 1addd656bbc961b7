import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { limioClient, type LimioClient } from '../../src/limio/client.ts';
import { UpstreamError } from '../../src/limio/transport/upstream-error.ts';

/** A client whose every call but that for a token is answered by `answer`. */
const clientOf = (answer: () => Response): LimioClient =>
  limioClient({
    tenant: 'limio.test',
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    sleep: () => Promise.resolve(),
    fetch: async (input) =>
      String(input).endsWith('/oauth2/token')
        ? Response.json({ access_token: 'token', token_type: 'Bearer' })
        : answer(),
  });

const options = () => ({ signal: AbortSignal.timeout(5000) });
const cookie = 'limio_state=1';
const offer = { id: 'offer', version: '1' };
const order = { orderItems: [{ offer }], external_id: 'x', country: 'GB' };
const forSubscription = { id: 'sub-1' };
const add = { orderItemActionType: 'add' as const, type: 'offer' as const, offerId: 'a' };
const addAddOn = { ...add, type: 'addon' as const };

type Call = (client: LimioClient) => Promise<unknown>;
const initiate: Call = (client) => client.initiateCheckout({ order }, options());
const renew: Call = (client) => client.renewCheckout({ order: { subId: 'sub-1' } }, options());
const promo: Call = (client) => client.applyPromoCode({ code: 'a', basketId: 'b' }, options());
const update: Call = (client) =>
  client.updateBasket({ cookie, orderActions: [{ orderItemActionType: 'add', offerId: 'a' }] }, options());
const abandoned: Call = (client) =>
  client.abandonedBaskets({ since: '2026-11-01T00:00:00Z' }, options()).next();
const getChange: Call = (client) => client.getSubscriptionCheckout({ cookie }, options());
const start =
  (...orderItems: (typeof add | typeof addAddOn)[]): Call =>
  (client) =>
    client.startSubscriptionCheckout({ recaptcha: '', order: { forSubscription, orderItems } }, options());
const change =
  (...orderItems: (typeof add | typeof addAddOn)[]): Call =>
  (client) =>
    client.updateSubscriptionCheckout(
      { recaptcha: '', cookie, order: { forSubscription, orderItems } },
      options(),
    );
const partner: Call = (client) => client.initiatePartnerCheckout({ order }, options());
const partnerUpdate: Call = (client) =>
  client.updatePartnerCheckout({ cookie, orderActions: [{ orderItemActionType: 'remove' }] }, options());
const validate: Call = (client) =>
  client.validatePartnerCheckout({ id: `basket-${'1'.repeat(36)}` }, options());

const refused = (call: Call, answer: () => Response): Promise<UpstreamError> =>
  call(clientOf(answer)).then(
    () => expect.unreachable(),
    (error: UpstreamError) => error,
  );

// prettier-ignore
const documented: Array<[operation: string, status: number, code: string, call: Call, body?: object]> = [
  ['initiate',                          401, 'credentials_refused',  initiate],
  ['initiate',                          502, 'upstream_unavailable', initiate],
  ['renew',                             401, 'credentials_refused',  renew],
  ['renew',                             404, 'subscription_unknown', renew],
  ['renew',                             502, 'upstream_unavailable', renew],
  ['renew',                             400, 'change_refused',       renew, { message: 'The subscription is cancelled' }],
  ['renew',                             409, 'change_refused',       renew],
  ['renew',                             422, 'change_refused',       renew],
  ['renew',                             423, 'subscription_pending', renew, { message: 'Pending until 2026-12-01' }],
  ['promo code',                        400, 'promo_refused',        promo],
  ['promo code',                        401, 'credentials_refused',  promo],
  ['promo code',                        404, 'basket_unknown',       promo],
  ['promo code',                        502, 'upstream_unavailable', promo],
  ['update',                            401, 'credentials_refused',  update],
  ['update',                            404, 'basket_unknown',       update],
  ['update',                            502, 'upstream_unavailable', update],
  ['abandoned',                         401, 'credentials_refused',  abandoned],
  ['abandoned',                         502, 'upstream_unavailable', abandoned],
  ['reading a change',                  401, 'credentials_refused',  getChange],
  ['reading a change',                  404, 'basket_unknown',       getChange],
  ['reading a change',                  502, 'upstream_unavailable', getChange],
  ['starting a change',                 401, 'credentials_refused',  start()],
  ['starting a change',                 404, 'subscription_unknown', start()],
  ['starting a change',                 423, 'subscription_pending', start(), { status: 423, message: 'Pending until 2026-12-01' }],
  ['starting a change',                 502, 'upstream_unavailable', start()],
  ['starting with an offer',            400, 'one_offer_only',       start(add), { error: 'Only one offer can be added' }],
  ['starting with an offer',            400, 'one_offer_only',       start(add)],
  ['starting with an offer and no reCAPTCHA', 400, 'change_refused', start(add), { error: 'Recaptcha is missing' }],
  ['starting with an add-on',           400, 'change_refused',       start(addAddOn)],
  ['altering a change',                 400, 'one_offer_only',       change(add), { error: 'No more than one offer' }],
  ['altering a change',                 400, 'change_refused',       change(addAddOn), { error: 'Unknown add-on' }],
  ['altering a change',                 409, 'change_refused',       change(add)],
  ['altering a change',                 409, 'one_offer_only',       change(add), { error: 'No more than one offer' }],
  ['altering a change',                 422, 'change_refused',       change(add), { error: 'The plan is not for this country' }],
  ['altering a change',                 401, 'credentials_refused',  change()],
  ['altering a change',                 404, 'basket_unknown',       change()],
  ['altering a change',                 502, 'upstream_unavailable', change()],
  ['partner initiate',                  401, 'credentials_refused',  partner],
  ['partner initiate',                  502, 'upstream_unavailable', partner],
  ['partner update',                    401, 'credentials_refused',  partnerUpdate],
  ['partner update',                    404, 'basket_unknown',       partnerUpdate],
  ['partner update',                    502, 'upstream_unavailable', partnerUpdate],
  ['partner validate',                  401, 'credentials_refused',  validate],
  ['partner validate',                  404, 'basket_unknown',       validate],
  ['partner validate',                  502, 'upstream_unavailable', validate],
];
test.for(documented)('%s: a %i is %s', async ([, status, code, call, body]) => {
  const error = await refused(call, () =>
    body ? Response.json(body, { status }) : new Response(null, { status }),
  );
  expect(error).toBeInstanceOf(UpstreamError);
  expect(error).toMatchObject({ name: 'LimioError', code });
  expect(error.status).toBe(status);
});

describe('the reason', () => {
  // prettier-ignore
  const reasons: Array<[behaviour: string, body: object, reason: string | undefined, until?: string]> = [
    ['is Limio’s message',                { message: 'A change is pending until 2026-12-01.' },      'A change is pending until 2026-12-01.', '2026-12-01'],
    ['has an instant',                    { status: 423, message: 'Due at 2026-12-01T09:30:00Z' },   'Due at 2026-12-01T09:30:00Z', '2026-12-01T09:30:00Z'],
    ['has a day that there is',           { message: 'Order 2026-99-99 ends on 2026-12-01' },        'Order 2026-99-99 ends on 2026-12-01', '2026-12-01'],
    ['is Limio’s error',                  { error: 'Only one offer can be added' },                  'Only one offer can be added'],
    ['is the message in Limio’s error',   { error: { message: 'Not found', code: 'NOTFOUND' } },     'Not found'],
    ['keeps the id of a basket',          { message: 'No basket-0b6f3b0e-5d6c-4c7f-9a52-0a4a1ce2a0b1' }, 'No basket-0b6f3b0e-5d6c-4c7f-9a52-0a4a1ce2a0b1'],
    ['holds no address',                  { message: 'ada@example.com is taken' },                   '[…] is taken'],
    ['holds no signed link',              { message: 'See /api/checkout/recover?basketId=b&recover=ey' }, 'See […]'],
    ['holds no bearer token',             { message: 'Bearer abc.def was refused' },                 '[…] was refused'],
    ['holds no JWT',                      { message: `Bad ${'eyJhbGciOi'}.${'eyJzdWIiOi'}.${'c2lnbmF0dXJl'}` }, 'Bad […]'],
    ['holds no long secret',              { message: `secret ${'Ab1'.repeat(20)} is wrong` },        'secret […] is wrong'],
    ['is one line',                       { message: 'a\r\nb\u0000c' },                              'a b c'],
    ['is short',                          { message: 'word '.repeat(500) },                          'word '.repeat(100)],
    ['may be missing',                    {},                                                        undefined],
    ['may be no text',                    { message: 7, error: null },                               undefined],
  ];
  test.for(reasons)('%s', async ([, body, reason, until]) => {
    const error = await refused(getChange, () => Response.json(body, { status: 423 }));
    expect(error.reason).toBe(reason);
    expect(error.until).toBe(until);
  });

  test('is not in what loggers see', async () => {
    const error = await refused(start(), () => Response.json({ message: 'planted-reason' }, { status: 423 }));
    expect(error.reason).toBe('planted-reason');
    for (const seen of [error.message, error.stack, String(error), JSON.stringify(error), inspect(error)])
      expect(seen).not.toContain('planted');
    expect({ ...error }).not.toHaveProperty('reason');
  });

  // prettier-ignore
  const unread: Array<[behaviour: string, answer: () => Response]> = [
    ['is not waited for',  () => new Response(new ReadableStream({}), { status: 423, headers: { 'content-type': 'application/json' } })],
    ['is no HTML page',    () => new Response('{"message":"x"}', { status: 423, headers: { 'content-type': 'text/html' } })],
    ['is no broken JSON',  () => new Response('{"message":', { status: 423, headers: { 'content-type': 'application/json' } })],
    ['is not megabytes',   () => Response.json({ message: 'x'.repeat(2 ** 20) }, { status: 423 })],
  ];
  test.for(unread)('%s', async ([, answer]) => {
    const error = await refused(getChange, answer);
    expect(error).toMatchObject({ code: 'subscription_pending' });
    expect(error.reason).toBeUndefined();
  });
});
