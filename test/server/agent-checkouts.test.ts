import { expect, test } from 'vitest';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { agentSetup, CLICK, OTHER_KEY, PUBLIC_URL } from './agent-setup.ts';
import { pretendLimio, SHOP } from './pretend-limio.ts';

const ADA = { email: 'ada@example.com', firstName: 'Ada', company: 'Engines' };
const order = { paths: ['/offers2/Pro'], ...ADA };

test('an agent opens a checkout filled in, and hands out a short link', async () => {
  const { send, limio, ask } = agentSetup();
  const { status, body } = await send('/agent/checkouts', { ...order, quantity: 3, country: 'DE' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    prefilled: true,
    url: expect.stringMatching(/^https:\/\/backend\.example\.com\/go\/[0-9A-HJKMNP-TV-Z]{28}$/),
    checkoutId: expect.any(String),
    expiresAt: '2026-11-21T16:00:00.000Z',
  });
  expect(body.say).toContain(`[Checkout](<${body.url}>): Pro.`);
  expect(limio.initiated().order).toMatchObject({
    country: 'DE',
    customerDetails: { email: 'ada@example.com', firstName: 'Ada', companyName: 'Engines' },
  });
  const opened = await ask(body.url.slice(PUBLIC_URL.length), { headers: CLICK });
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toMatch(new RegExp(`^${SHOP}/api/checkout/recover\\?`));
});

test('no signed link and no detail is in an answer or in the log', async () => {
  const { send, call, log } = agentSetup();
  const answers = [
    await send('/agent/checkouts', order),
    await call('open_checkout', order),
    await send('/agent/checkouts', { ...order, paths: ['/offers2/Proo'] }),
    await send('/agent/checkouts', { ...order, email: 'ada at example' }),
    await send('/agent/checkouts', { ...order, lastName: 7 }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 400, 400]);
  const written = JSON.stringify([answers.map(({ body }) => body), log]);
  expect(written).not.toMatch(/\bada\b|Engines|recover|assisted/i);
});

test('twenty equal calls, over MCP and HTTP, make one basket and one link', async () => {
  const { send, call, limio } = agentSetup();
  const http = Array.from(
    { length: 10 },
    async () => (await send('/agent/checkouts', order)).body.url as string,
  );
  const mcp = Array.from(
    { length: 10 },
    async () => (await call('open_checkout', order)).body.result.structuredContent.url as string,
  );
  expect(new Set(await Promise.all([...http, ...mcp])).size).toBe(1);
  expect(limio.count('initiateCheckout')).toBe(1);
  await send('/agent/checkouts', { ...order, quantity: 2 });
  expect(limio.count('initiateCheckout')).toBe(2);
});

test('two buyers who are not named never share a basket, whoever asks for them', async () => {
  const { send, limio } = agentSetup();
  const unnamed = { paths: ['/offers2/Team'], quantity: 5, country: 'DE', firstName: 'Ada' };
  const [one, other] = await Promise.all([1, 2].map(() => send('/agent/checkouts', unnamed)));
  expect(one!.body.url).not.toBe(other!.body.url);
  expect(limio.count('initiateCheckout')).toBe(2);
});

test('an order asks for its own page and time, within what is allowed', async () => {
  const { send, limio } = agentSetup();
  const { body } = await send('/agent/checkouts', { ...order, page: '/chat-checkout', validHours: 48 });
  expect(body.expiresAt).toBe('2026-11-23T12:00:00.000Z');
  expect(limio.initiated()).toMatchObject({
    journey: { checkout: '/chat-checkout' },
    expiresAfter: { hours: 48 },
  });
  const refused = await send('/agent/checkouts', { ...order, page: '/evil' });
  expect(refused.body).toMatchObject({
    code: 'bad_request',
    say: 'That page cannot be chosen. Pages: `/chat-checkout`.',
  });
});

// prettier-ignore
const failures: Array<[behaviour: string, answer: () => Promise<Response>, reason: string]> = [
  ['is down',    async () => new Response('', { status: 503 }), 'upstream_unavailable'],
  ['refuses',    async () => Response.json({ message: 'no' }, { status: 400 }), 'upstream_rejected'],
  ['is slow',    () => new Promise(() => {}), 'upstream_timeout'],
];
test.for(failures)('where Limio %s the purchase link sells', async ([, answer, reason]) => {
  const { send } = agentSetup({ budget: 300 }, pretendLimio({ initiateCheckout: answer }));
  // The list is read first, as in a shop that is open.
  await send('/agent/offers', {});
  const { status, body } = await send('/agent/checkouts', order);
  expect([status, body]).toEqual([
    200,
    {
      say: expect.stringContaining('could not be filled in'),
      url: `${SHOP}/checkout?purchase=%2Foffers2%2FPro`,
      prefilled: false,
      reason,
    },
  ]);
});

// prettier-ignore
const refusals: Array<[behaviour: string, body: unknown, status: number, said: RegExp]> = [
  ['a path with a slip in it', { paths: ['/offers2/Pr'] },                      404, /^`\/offers2\/Pr` is not on sale\. Paths like it: `\/offers2\/Pro`/],
  ['an account',               { ...order, accountId: 'a' },                    400, /fields it does not know/],
  ['a price',                  { ...order, price: '1' },                        400, /fields it does not know/],
  ['a detail that is none',    { ...order, email: 'ada' },                      400, /^This cannot be used as given: email\./],
  ['a foreign token',          { ...order, context: 'e30.e30.x' },              403, /^This `context` is not valid here\. Leave it out/],
  ['nothing',                  {},                                              400, /^`paths` takes a list/],
];
test.for(refusals)('%s is refused in words for a model', async ([, body, status, said]) => {
  const { send, limio } = agentSetup();
  const answer = await send('/agent/checkouts', body);
  expect([answer.status, answer.body.say]).toEqual([status, expect.stringMatching(said)]);
  expect(limio.count('initiateCheckout')).toBe(0);
});

test('what models leave empty counts as not given', async () => {
  const { send, limio } = agentSetup();
  const { status } = await send('/agent/checkouts', {
    ...order,
    lastName: '',
    promoCode: '',
    country: '',
    context: null,
  });
  expect(status).toBe(200);
  expect(limio.initiated().order['customerDetails']).not.toHaveProperty('lastName');
});

test('a promo code is said to be what Limio says of it', async () => {
  const applied = agentSetup();
  expect((await applied.send('/agent/checkouts', { ...order, promoCode: 'save20' })).body).toMatchObject({
    promo: 'applied',
  });
  const silent = agentSetup(
    {},
    pretendLimio({ applyPromoCode: async () => new Response('', { status: 503 }) }),
  );
  const { body } = await silent.send('/agent/checkouts', { ...order, promoCode: 'SAVE20' });
  expect(body.promo).not.toBe('applied');
  expect(body.say).not.toContain('is applied');
});

test('one caller asks sixty times a minute, and is told when to come back', async () => {
  const { send } = agentSetup();
  const statuses: number[] = [];
  for (let i = 0; i < 61; i++) statuses.push((await send('/agent/offers', {})).status);
  expect(statuses).toEqual([...Array<number>(60).fill(200), 429]);
  expect((await send('/agent/offers', {})).headers.get('retry-after')).toMatch(/^\d+$/);
});

// prettier-ignore
const gates: Array<[behaviour: string, path: string, body: unknown, headers: Record<string, string>, status: number, said: RegExp]> = [
  ['without a key',              '/agent/offers', {},           { authorization: '' },                     401, /^Send a key with the scope `agent`/],
  ['with the key of another',    '/agent/offers', {},           { authorization: `Bearer ${OTHER_KEY}` },  401, /^Send a key with the scope `agent`/],
  ['over MCP without a key',     '/mcp',          {},           { authorization: '' },                     401, /^Send a key with the scope `agent`/],
  ['from a foreign page',        '/mcp',          {},           { origin: 'https://evil.example' },        403, /^Pages of this origin may not ask/],
  ['with half a body',           '/agent/offers', '{"limit":',  {},                                        400, /^Send one JSON object/],
  ['with words alone',           '/agent/offers', 'all offers', { 'content-type': 'text/plain' },          415, /^Send JSON/],
  ['with a very long body',      '/agent/offers', { label: 'x'.repeat(20_000) }, {},                       413, /^That is too long/],
];
test.for(gates)(
  'who asks %s is told what to do next, and nothing else',
  async ([, path, body, headers, status, said]) => {
    const { send, limio } = agentSetup();
    const answer = await send(path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      code: expect.any(String),
      requestId: expect.any(String),
      say: expect.stringMatching(said),
    });
    expect(limio.count()).toBe(0);
  },
);

test('limits hold over several backends of one state, and say when to go on', async () => {
  const state = memoryState();
  const backends = Array.from({ length: 3 }, () =>
    agentSetup({ state, limits: { agent: { points: 6, seconds: 60 } } }),
  );
  const answers = [];
  for (let i = 0; i < 9; i++) answers.push(await backends[i % 3]!.send('/agent/offers', {}));
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(6).fill(200), 429, 429, 429]);
  expect(answers.at(-1)!.body.say).toBe('That was too often for now. Wait a minute, then ask again.');
});

// prettier-ignore
const outcomes: Array<[behaviour: string, basket: object | undefined, hours: number, state: string]> = [
  ['one that was left, while it is open', { completed: false }, 1, 'open'],
  ['one that was left and is over',       { completed: false }, 5, 'over'],
  ['one that was paid',                   { completed: true },  5, 'bought'],
  ['one that is not in the list',         undefined,            1, 'unknown'],
];
test.for(outcomes)('what became of %s is told from Limio’s list', async ([, basket, hours, state]) => {
  const created = '2026-11-21T12:00:00.000Z';
  let id = '';
  const limio = pretendLimio({
    abandonedBaskets: ({ url }) =>
      Response.json({
        items: url.searchParams.get('createdAfter')! < created && basket ? [{ id, created, ...basket }] : [],
      }),
  });
  const { send, ask, wait } = agentSetup({}, limio);
  const { body } = await send('/agent/checkouts', order);
  const opened = await ask((body.url as string).slice(PUBLIC_URL.length), { headers: CLICK });
  id = new URL(opened.headers.get('location')!).searchParams.get('basketId')!;
  wait(hours * 3600);
  const { checkoutId } = body as { checkoutId: string };
  expect((await send('/agent/checkout-states', { checkoutId })).body).toMatchObject({ state });
  expect(checkoutId).not.toContain(id);
});

test('what Limio tells by itself is known without asking', async () => {
  const password = 'password-0123456789';
  const { send, ask, limio } = agentSetup({ events: { user: 'limio', password } });
  const { body } = await send('/agent/checkouts', order);
  const opened = await ask((body.url as string).slice(PUBLIC_URL.length), { headers: CLICK });
  const checkoutId = new URL(opened.headers.get('location')!).searchParams.get('basketId')!;
  await ask('/webhooks/limio?event=order-submitted', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`limio:${password}`)}` },
    body: JSON.stringify({ checkoutId }),
  });
  const before = limio.count();
  const state = await send('/agent/checkout-states', { checkoutId: body['checkoutId'] });
  expect(state.body).toMatchObject({ state: 'bought' });
  expect(limio.count()).toBe(before);
});

test('of a checkout that nobody opened nothing is known, and Limio is not asked', async () => {
  const { send, limio } = agentSetup();
  expect((await send('/agent/checkout-states', { checkoutId: 'never-made' })).body.state).toBe('unknown');
  expect(limio.count()).toBe(0);
});
