import { NOT_CONNECTED } from './allowance.ts';
import { insuredState, type InsuranceOptions, type Store } from './insured-state.ts';
import { ADD, COUNT, TAKE } from './redis-scripts.ts';
import type { BackendState } from './state.ts';

/** What is used of a client of node-redis, version 5 or later: `createClient()` or `createCluster()` give one. */
export interface RedisClient {
  /** Left out by clients of a cluster. */
  readonly isReady?: boolean;
  get(key: string): Promise<string | null>;
  set(
    key: string,
    value: string,
    options: { expiration: { type: 'PX'; value: number } },
  ): Promise<string | null>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** Under which names the state is kept, and what happens when Redis fails. */
export interface RedisStateOptions extends InsuranceOptions {
  /** In front of every key. Default `limio-offers:`. */
  prefix?: string;
}

/** How long a probe stays in Redis, in milliseconds. */
const PROBE_MS = 1000;

/**
 * State that several instances share in Redis. It holds Limio's token and, for minutes, signed links: use a
 * database of its own over TLS, with a password. Each operation is one command or script on one key, so that a
 * cluster takes it, too.
 *
 * A Redis that fails or is slow costs no sale: the instance goes on with its own memory and with half of
 * each limit, and looks again a second later.
 *
 * @param client connected by you, with an `error` listener, as node-redis asks for.
 *
 * @example
 * const redis = createClient({ url: process.env.REDIS_URL }).on('error', () => {});
 * await redis.connect();
 * limioBackend({ ...options, state: redisState(redis) });
 */
export function redisState(client: RedisClient, options: RedisStateOptions = {}): BackendState {
  const { prefix = 'limio-offers:' } = options;
  /** A client that is not connected would keep the command until it is. */
  const connected = async () => {
    if (client.isReady === false) throw new DOMException('Redis is not connected.', NOT_CONNECTED);
    return client;
  };
  const set = async (key: string, value: string, ttl: number) => {
    const expiration = { type: 'PX' as const, value: px(ttl) };
    await (await connected()).set(prefix + key, value, { expiration });
  };
  const run = async (script: string, key: string, ...words: string[]) =>
    (await connected()).eval(script, { keys: [prefix + key], arguments: words });
  const store: Store = {
    signsOfLife: true,
    get: async (key) => (await (await connected()).get(prefix + key)) ?? undefined,
    set,
    add: async (key, value, ttl) => textOf(await run(ADD, key, value, String(px(ttl)))),
    take: async (key, value) => textOf(await run(TAKE, key, ...(value === undefined ? [] : [value]))),
    count: async (key, { points, seconds }, cost = 1) =>
      Number(await run(COUNT, key, ...[px(seconds * 1000), points, cost].map(String))),
  };
  return insuredState(store, () => set('probe', '1', PROBE_MS), options);
}

const px = (ttl: number): number => Math.max(1, Math.ceil(ttl));

const textOf = (reply: unknown): string | undefined => (typeof reply === 'string' ? reply : undefined);
