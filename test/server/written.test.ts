import { afterEach, expect, test, vi } from 'vitest';
import { CREDENTIALS, sandbox } from '../../demo/sandbox/sandbox.ts';
import { signedWebhook } from '../../src/server.ts';
import { digest } from '../../src/server/gate/digest.ts';
import { signContext } from '../../src/server/gate/sign-context.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import type { BackendState } from '../../src/server/state/state.ts';
import { checkout, NOON, ORIGIN, setup } from './setup.ts';

afterEach(() => vi.restoreAllMocks());

const KEY = 'canary-key-of-a-caller-0123456789012345';
const PASSWORD = 'canary-password-0123456789';
const SIGNER = { issuer: ORIGIN, secret: 'canary-secret-of-at-least-32-characters' };
const SIGNING = `whsec_${btoa('canary-signing-secret-0123456789')}`;
const CRM = 'https://crm.example.com/hook?token=canary-token';
const CUSTOMER = {
  email: 'canary-ada@example.com',
  firstName: 'Canary',
  lastName: 'Canary',
  phone: '+49 999 4711',
};
const TEAM = '/offers2/Desk Team Monthly';

/**
 * What nobody but the caller may read: what they sent, secrets, tokens, cookies and signed links. Nothing that a random
 * id, or a digest, may hold by chance.
 */
const SECRET =
  /canary|cnry|999( |%20)4711|sandbox-secret|whsec_|Y2FuYXJ5|eyJ[\w-]+\.|recover=|[?&]cl=|limio_state|203\.0\.113|bearer \w|basic (?!realm)/i;

/** A state that tells the keys it is asked for. */
function watched(keys: string[]): BackendState {
  const all = memoryState();
  const kept = (key: string) => (keys.push(key), key);
  return {
    get: (key) => all.get(kept(key)),
    set: (key, ...rest) => all.set(kept(key), ...rest),
    add: (key, ...rest) => all.add(kept(key), ...rest),
    take: (key, ...rest) => all.take(kept(key), ...rest),
    count: (key, ...rest) => all.count(kept(key), ...rest),
  };
}

/** Sends everything that anybody may send, right and wrong; gives whatever was written meanwhile, by where. */
async function everything(scenario: string) {
  const written: Record<'console' | 'addresses' | 'keys' | 'refusals', string[]> = {
    console: [],
    addresses: [],
    keys: [],
    refusals: [],
  };
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void written.console.push(words.join(' ')));
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => (written.console.push(String(text)), true));
  const limio = sandbox({ now: () => NOON, scenario });
  const deliver = signedWebhook({
    to: CRM,
    secret: SIGNING,
    attempts: { refused: 1, failed: 1 },
    fetch: async () => new Response('canary of a CRM', { status: 422 }),
  });
  const { ask, log } = setup(
    {
      limio: {
        tenant: 'https://limio.test',
        credentials: () => CREDENTIALS,
        fetch: (input, init) => {
          written.addresses.push(new Request(input, init).url);
          return limio.fetch(input, init);
        },
      },
      state: watched(written.keys),
      shop: 'https://shop.test',
      country: 'US',
      proxies: 1,
      keys: () => [{ label: 'caller', scopes: ['quotes', 'renewals', 'partner'], sha256: digest(KEY) }],
      partner: { credentials: () => CREDENTIALS },
      context: { ...SIGNER, audience: 'limio-offers' },
      events: { user: 'limio', password: PASSWORD, tell: deliver },
    },
    limio,
  );
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await ask(path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        'x-forwarded-for': '203.0.113.99',
        'user-agent': 'canary',
        referer: 'https://www.example.com/?email=canary-ada@example.com',
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) written.refusals.push(text + JSON.stringify([...response.headers]));
    return (response.ok ? JSON.parse(text) : {}) as { id?: string; items?: { id: string }[] };
  };
  const keyed = { authorization: `Bearer ${KEY}` };
  const who = { userId: 'canary-user', accountId: 'canary-account', subscriptions: ['sub-1', 'sub-pending'] };
  const token = await signContext(who, SIGNER);
  const page = { origin: ORIGIN, 'limio-context': token };
  const attempt = () => `canary-attempt-${crypto.randomUUID()}`;

  await send('GET', '/offers', undefined, { origin: ORIGIN });
  await send(
    'POST',
    '/checkouts',
    checkout({
      attemptId: attempt(),
      items: [{ path: TEAM }],
      customer: CUSTOMER,
      promoCode: 'SAVE20',
      context: token,
    }),
    { origin: ORIGIN },
  );
  await send(
    'POST',
    '/checkouts',
    checkout({
      attemptId: attempt(),
      items: [{ path: '/offers2/None' }],
      customer: { email: 'canary' },
      extra: 'canary',
    }),
    { origin: ORIGIN },
  );
  const quote = {
    items: [{ path: TEAM }],
    customer: CUSTOMER,
    account: { accountId: 'canary-account' },
    tracking: { deal: 'canary-deal' },
    externalId: 'canary-quote',
  };
  await send(
    'POST',
    '/quotes',
    { ...quote, promoCode: 'SAVE20' },
    { ...keyed, 'idempotency-key': 'canary-once' },
  );
  await send(
    'POST',
    '/quotes',
    { ...quote, promoCode: 'CANARY' },
    { ...keyed, 'idempotency-key': 'canary-once' },
  );
  await send('POST', '/quotes', { ...quote, items: [{ path: '/offers2/None' }] }, keyed);
  await send(
    'POST',
    '/quotes',
    { ...quote, customer: { ...CUSTOMER, email: 'canary', extra: 'canary' } },
    keyed,
  );
  await send('POST', '/quotes', `{"canary`, keyed);
  await send('POST', '/quotes', quote, { authorization: `Bearer canary-${KEY}` });
  const verify = { email: 'ada@example.com', address: { postalCode: 'CNRY 4711' } };
  await send('POST', '/renewals', { subscriptionReference: 'A-1001', verify }, keyed);
  await send('POST', '/renewals', { subscriptionReference: 'canary-reference' }, keyed);
  await send('POST', '/renewals', { subscriptionId: 'sub-1', externalId: 'canary-renewal' }, keyed);
  const { id = 'canary-id', items: [line] = [] } = await send(
    'POST',
    '/partner/checkouts',
    { items: [{ path: TEAM }] },
    keyed,
  );
  await send(
    'PUT',
    `/partner/checkouts/${id}`,
    { actions: [{ action: 'remove', itemId: line?.id ?? 'canary-line' }] },
    keyed,
  );
  await send('POST', '/partner/checkouts/canary-id/validate', {}, keyed);
  const change = await send(
    'POST',
    '/plan-changes',
    { attemptId: attempt(), subscription: 'sub-1', recaptcha: 'canary-recaptcha' },
    page,
  );
  await send('PUT', `/plan-changes/${change.id ?? 'canary-id'}`, { offer: 'canary-offer' }, page);
  await send('GET', '/plan-changes/canary-id', undefined, page);
  await send('POST', '/plan-changes', { attemptId: attempt(), subscription: 'sub-pending' }, page);
  await send('POST', '/plan-changes', { attemptId: attempt(), subscription: 'canary-subscription' }, page);
  await send(
    'POST',
    '/plan-changes',
    { attemptId: attempt(), subscription: 'sub-1' },
    { ...page, 'limio-context': `${token}x` },
  );
  const order = { order: { checkoutId: 'basket-canary', customerDetails: CUSTOMER } };
  const basic = (password: string) => ({ authorization: `Basic ${btoa(`limio:${password}`)}` });
  await send('POST', '/webhooks/limio?event=order-submitted', order, basic(PASSWORD));
  await send('POST', '/webhooks/limio?event=order-submitted', order, basic('canary-guess'));
  await send('GET', '/canary?email=canary-ada@example.com', undefined, { 'x-request-id': 'canary' });
  vi.restoreAllMocks();
  return { ...written, log: log.map((entry) => JSON.stringify(entry)) };
}

test.for(['happy', 'down', 'html', 'drop', 'expired-token@all', 'rate-limited@all', 'changed-version'])(
  'whatever is sent to a Limio that is %s, nothing written holds a detail, a secret or a signed link',
  async (scenario) => {
    const { log, ...written } = await everything(scenario);
    // All of them have been at it.
    expect(log).toHaveLength(24);
    expect(written.keys.length).toBeGreaterThan(10);
    expect(written.refusals.length).toBeGreaterThan(10);
    for (const [where, texts] of Object.entries({ log, ...written }))
      expect(
        texts.filter((text) => SECRET.test(text)),
        where,
      ).toEqual([]);
  },
);
