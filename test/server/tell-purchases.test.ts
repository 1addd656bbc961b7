import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveCrm, type Crm } from '../../demo/desk/crm.ts';
import { limioBackend, optionsFrom, quoteIdOf, renewalIdOf, type BasketEvent } from '../../src/server.ts';
import { tellBaskets } from '../../src/server/abandoned/tell-baskets.ts';
import { signedWebhook } from '../../src/server/abandoned/signed-webhook.ts';
import { readEnvironment } from '../../src/server/node/environment.ts';
import { addBasket, setup } from './abandoned-setup.ts';
import { env } from './program.ts';
import { HERE } from './setup.ts';

const PASSWORD = 'canary-password-0123456789';

let crm: Crm;
beforeEach(async () => {
  crm = await serveCrm();
});
afterEach(() => crm.close());

const variables = (): Record<string, string> => ({
  ...env,
  LIMIO_EVENTS_USER: 'limio',
  LIMIO_EVENTS_PASSWORD: PASSWORD,
  LIMIO_EVENTS_TO: crm.address,
  LIMIO_WEBHOOK_SECRET: crm.secret,
});

/** A backend set up by its variables alone, its log, and what sends it a webhook as Limio does. */
function receiver(more: Record<string, string> = {}) {
  const log: unknown[] = [];
  const backend = limioBackend({
    ...optionsFrom({ ...variables(), ...more }),
    log: (line) => void log.push(line),
  });
  const send = async (body: object, event = 'order-submitted') => {
    const request = new Request(`${HERE}/webhooks/limio?event=${event}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa(`limio:${PASSWORD}`)}`,
      },
      body: JSON.stringify(body),
    });
    return (await backend.fetch(request)).status;
  };
  return { log, send };
}

/** A basket that no other test speaks of. */
const basketOf = (externalId: string = crypto.randomUUID()) => `basket-${externalId}`;

// prettier-ignore
const bought: Array<[what: string, id: () => string, event: string, type: BasketEvent['type']]> = [
  ['a basket',  () => basketOf(),                                     'order-submitted',      'basket.completed'],
  ['a quote',   () => basketOf(quoteIdOf(crypto.randomUUID())),       'order-submitted',      'quote.completed'],
  ['a renewal', () => basketOf(renewalIdOf(crypto.randomUUID())),     'subscription-created', 'renewal.completed'],
];
test.for(bought)('%s that was bought is told to the CRM at once, signed', async ([, id, event, type]) => {
  const { send } = receiver();
  const basket = id();
  expect(await send({ order: { checkoutId: basket } }, event)).toBe(200);
  expect(crm.records()).toMatchObject([
    { id: `${type.replace('.', '_')}_${basket}`, type, data: { id: basket, completed: true } },
  ]);
  expect(Date.now() - Date.parse(crm.records()[0]!.timestamp)).toBeLessThan(60_000);
});

test.for(['checkout-initiated', 'update-subscription'])('%s is no purchase, and not told', async (event) => {
  const { send } = receiver();
  expect(await send({ id: basketOf() }, event)).toBe(200);
  expect(crm.records()).toEqual([]);
});

test('what was bought keeps the id that the reader of baskets gives it, so that it is known as a double', async () => {
  const { send } = receiver();
  const { limio, told, options } = setup({
    deliver: async (event, signal) => {
      told.push(event);
      await signedWebhook({ to: crm.address, secret: crm.secret })(event, signal);
    },
  });
  const id = addBasket(limio, 90, { isCompleted: true, externalId: crypto.randomUUID() });
  await send({ order: { checkoutId: id } });
  await tellBaskets(options, new AbortController().signal);
  expect(told.map((event) => event.id)).toEqual([crm.records()[0]!.id]);
  expect(crm.records()).toHaveLength(1);
});

describe('by the variables', () => {
  // prettier-ignore
  const wrong: Array<[what: string, spoiled: Record<string, string>, named: string]> = [
    ['an address that is none',          { LIMIO_EVENTS_TO: 'http://crm.example.com' },                     'LIMIO_EVENTS_TO'],
    ['no secret to sign with',           { LIMIO_WEBHOOK_SECRET: '' },                                      'LIMIO_WEBHOOK_SECRET'],
    ['nobody who may send webhooks',     { LIMIO_EVENTS_USER: '', LIMIO_EVENTS_PASSWORD: '' },              'LIMIO_EVENTS_USER'],
    ['a secret in a file, off Node',     { LIMIO_WEBHOOK_SECRET: '', LIMIO_WEBHOOK_SECRET_FILE: '/canary' }, 'LIMIO_WEBHOOK_SECRET_FILE'],
  ];
  test.for(wrong)('%s is refused by name', ([, spoiled, named]) => {
    expect(() => optionsFrom({ ...variables(), ...spoiled })).toThrow(named);
  });

  test('Node reads the secret from a file, too', () => {
    const { options } = readEnvironment({
      ...variables(),
      LIMIO_WEBHOOK_SECRET: '',
      LIMIO_WEBHOOK_SECRET_FILE: '/run/secrets/webhook',
    });
    expect(options.events?.tell).toBeTypeOf('function');
  });
});
