import { expect, test } from 'vitest';
import { CREDENTIALS, TENANT } from '../../demo/sandbox/sandbox.ts';
import { limioClient } from '../../src/limio/client.ts';
import { createQuote, kindIn, tellBaskets, type BasketEvent } from '../../src/server.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { memoryCheckpoint } from './abandoned-setup.ts';
import { keyed } from './keyed-setup.ts';
import { NOON } from './setup.ts';

const PASSWORD = 'canary-password-0123456789';
const items = [{ path: '/offers2/Desk Team Monthly', quantity: 3 }];
const quote = { items, externalId: 'Q-17' };
const renewal = { subscriptionReference: 'A-1001', externalId: 'R-17' };

/** A backend that makes quotes and tells a CRM what was bought, and a reader of baskets two hours later. */
function scene() {
  const told: BasketEvent[] = [];
  const tell = async (event: BasketEvent) => void told.push(event);
  const state = memoryState();
  const made = keyed({ state, events: { user: 'limio', password: PASSWORD, tell } });
  const limio = limioClient({
    tenant: TENANT,
    credentials: () => CREDENTIALS,
    fetch: made.limio.fetch,
    now: () => NOON,
  });
  const types = () => told.splice(0).map(({ type }) => type);
  return {
    ...made,
    client: limio,
    buy: async (order: object) => {
      const authorization = `Basic ${btoa(`limio:${PASSWORD}`)}`;
      await made.send('/webhooks/limio?event=order-submitted', { order }, { authorization });
      return types();
    },
    /** What a look at the list tells, with what the backend remembers or without. */
    look: async (isShared: boolean) => {
      const options = {
        limio,
        shop: 'https://shop.test',
        since: new Date(NOON - 60_000).toISOString(),
        checkpoint: memoryCheckpoint(),
        deliver: tell,
        now: () => NOON + 7_200_000,
        ...(isShared && { kindOf: kindIn(state) }),
      };
      await tellBaskets(options, new AbortController().signal);
      return types();
    },
  };
}

test('a quote that the CRM names itself is told as a quote, left open and bought', async () => {
  const { send, look, buy } = scene();
  expect((await send('/quotes', quote)).status).toBe(200);
  expect([await look(false), await look(true)]).toEqual([['quote.open'], ['quote.open']]);
  expect(await buy({ checkoutId: 'basket-Q-17' })).toEqual(['quote.completed']);
});

test('a renewal that is named by its caller is told as one, where the backend’s memory is shared', async () => {
  const { send, look, buy } = scene();
  expect((await send('/renewals', renewal)).status).toBe(200);
  expect([await look(false), await look(true)]).toEqual([['basket.abandoned'], ['renewal.open']]);
  expect(await buy({ checkoutId: 'basket-R-17' })).toEqual(['renewal.completed']);
});

test('a quote that no backend has made is known by what is tracked of it, bought too', async () => {
  const { client, limio, look, buy } = scene();
  await createQuote(client, { shop: 'https://shop.test', country: 'GB', now: () => NOON }, quote);
  expect(await look(false)).toEqual(['quote.open']);
  const { tracking } = limio.state.baskets.get('basket-Q-17')!;
  expect(await buy({ external_id: 'Q-17', tracking })).toEqual(['quote.completed']);
  expect(await buy({ external_id: 'Q-18', tracking: { limioOffers: ['quote'] } })).toEqual([
    'basket.completed',
  ]);
});
