import type { Limits } from '../gate/limits.ts';
import type { Question, Reply } from './durable-object.ts';
import { insuredState, type InsuranceOptions, type Store } from './insured-state.ts';
import type { BackendState } from './state.ts';

/** What is used of the binding of a namespace of Durable Objects. */
export interface DurableNamespace<Id = unknown> {
  idFromName(name: string): Id;
  get(id: Id): { fetch(address: string, init: { method: 'POST'; body: string }): Promise<Response> };
}

/** What is used of a rate limiting binding, which counts at each of Cloudflare's places for itself. */
export interface RateLimiter {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** What is counted elsewhere, under which names all else is kept, and what happens when that fails. */
export interface DurableStateOptions extends InsuranceOptions {
  /**
   * Rate limiting bindings, by the limit they count in place of a Durable Object. How much is allowed is set at the
   * binding.
   */
  limiters?: Readonly<Partial<Record<keyof Limits, RateLimiter>>>;
  /** In front of every name. Default `limio-offers:`. */
  prefix?: string;
}

/** How long a probe is kept, in milliseconds. */
const PROBE_MS = 1000;

/**
 * State that all isolates of a Worker share in Durable Objects, one for each key. As with Redis, what fails or is slow
 * costs no sale: the isolate goes on with its own memory.
 *
 * @param namespace binding of the class `LimioState`.
 *
 * @example
 * export { LimioState } from 'limio-offers/server';
 * limioBackend({ ...optionsFrom(env), state: durableState(env.LIMIO_STATE) });
 */
export function durableState<Id>(
  namespace: DurableNamespace<Id>,
  options: DurableStateOptions = {},
): BackendState {
  const { limiters = {}, prefix = 'limio-offers:' } = options;

  /** A stub belongs to the request in which it is made, so each operation makes its own. */
  async function ask(key: string, question: Question): Promise<Reply> {
    const object = namespace.get(namespace.idFromName(prefix + key));
    const init = { method: 'POST', body: JSON.stringify(question) } as const;
    const response = await object.fetch('https://state.invalid/', init);
    if (!response.ok) throw new DOMException(`It answered ${response.status}.`, 'DurableObjectError');
    return (await response.json()) as Reply;
  }

  const store: Store = {
    get: async (key) => (await ask(key, { operation: 'get' })).value,
    set: async (key, value, ttl) => void (await ask(key, { operation: 'set', value, ttl })),
    add: async (key, value, ttl) => (await ask(key, { operation: 'add', value, ttl })).value,
    take: async (key, value) => (await ask(key, { operation: 'take', value })).value,
    count: async (key, { points, seconds }, cost = 1) => {
      const limiter = limiters[key.split(':')[1] as keyof Limits];
      const question = { operation: 'count', points, cost, ttl: seconds * 1000 } as const;
      if (!limiter) return (await ask(key, question)).wait ?? 0;
      // The binding does not say for how long.
      return (await limiter.limit({ key })).success ? 0 : seconds * 1000;
    },
  };
  const probe = () => ask('probe', { operation: 'set', value: '1', ttl: PROBE_MS });
  return insuredState(store, probe, options);
}
