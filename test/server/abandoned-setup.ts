import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { CREDENTIALS, sandbox, TENANT, type Sandbox } from '../../demo/sandbox/sandbox.ts';
import type { Basket } from '../../demo/sandbox/world.ts';
import { limioClient } from '../../src/limio/client.ts';
import type { Checkpoint } from '../../src/limio.ts';
import type { BasketEvent, CheckpointStore, TellBasketsOptions } from '../../src/server.ts';

/** Noon on a day of the tests, in milliseconds since 1970. */
export const NOON = Date.parse('2026-11-21T12:00:00.000Z');

const MINUTE_MS = 60_000;

/** The instant so many minutes before noon. */
export const before = (minutes: number): string => new Date(NOON - minutes * MINUTE_MS).toISOString();

/** Puts a basket into a sandbox, as a customer or somebody of ours would have made it. */
export function addBasket({ state }: Pick<Sandbox, 'state'>, minutesAgo: number, more: Partial<Basket> = {}) {
  const externalId =
    more.externalId ?? `00000000-0000-4000-8000-${String(state.baskets.size).padStart(12, '0')}`;
  const id = `basket-${externalId}`;
  state.baskets.set(id, {
    id,
    lines: [{ id: 'item-1', item: CATALOGUE[1]!, quantity: 2 }],
    customer: { email: `customer-${state.baskets.size}@example.com` },
    createdAt: NOON - minutesAgo * MINUTE_MS,
    expiresAt: NOON + 24 * 60 * MINUTE_MS,
    ...more,
    externalId,
  });
  return id;
}

/** A checkpoint in memory. */
export function memoryCheckpoint(at?: Checkpoint): CheckpointStore & { at: Checkpoint | undefined } {
  const store = {
    at,
    load: async () => store.at,
    save: async (checkpoint: Checkpoint) => void (store.at = structuredClone(checkpoint)),
  };
  return store;
}

/** A sandbox, its clock, a receiver in memory, and options to tell the one of the other. */
export function setup(more: Partial<TellBasketsOptions> = {}) {
  let time = NOON;
  const now = () => time;
  const limio = sandbox({ now });
  const told: BasketEvent[] = [];
  const checkpoint = memoryCheckpoint();
  const options: TellBasketsOptions = {
    limio: limioClient({ tenant: TENANT, credentials: () => CREDENTIALS, fetch: limio.fetch, now }),
    shop: 'https://shop.test',
    since: before(24 * 60),
    checkpoint,
    deliver: async (event) => void told.push(event),
    sleep: async (_, signal) => signal.throwIfAborted(),
    now,
    ...more,
  };
  const names = () => told.map(({ id }) => id);
  return {
    limio,
    told,
    names,
    checkpoint,
    options,
    wait: (minutes: number) => (time += minutes * MINUTE_MS),
  };
}

/** A receiver that fails at the n-th event, once. */
export const failingAt = (n: number, told: string[], error: Error) => {
  let calls = 0;
  return async ({ id }: BasketEvent) => {
    if (++calls === n) throw error;
    told.push(id);
  };
};
