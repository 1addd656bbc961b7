import RateLimiterRedis from 'rate-limiter-flexible/lib/RateLimiterRedis.js';
import { memoryLimiter, waitFor } from './memory-limiter.ts';
import { memoryState } from './memory-state.ts';
import type { BackendState, Limit } from './state.ts';

/** What is used of a client of node-redis, version 5 or later: `createClient()` gives one. */
export interface RedisClient {
  readonly isReady: boolean;
  get(key: string): Promise<string | null>;
  set(
    key: string,
    value: string,
    options: { expiration: { type: 'PX'; value: number }; condition?: 'NX' },
  ): Promise<string | null>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

export interface RedisStateOptions {
  /** In front of every key. Default `limio-offers:`. */
  prefix?: string;
  /** Milliseconds an operation may take. Default 500. */
  timeout?: number;
  /** Milliseconds for which Redis is left alone after it failed. Default 1,000. */
  pause?: number;
  /** Told when Redis fails, and when it is back. */
  onChange?: (isUp: boolean) => void;
}

/** Share of a limit that one instance allows by itself while Redis is down: more would multiply it by the instances. */
const INSURED_SHARE = 0.5;

/** Frees a lock only for its owner: after its time it may be somebody else's. */
const UNLOCK = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/**
 * State that several instances share in Redis. It holds Limio's token and, for minutes, signed links: use a
 * database of its own over TLS, with a password.
 *
 * A Redis that fails or is slow costs no sale: the instance goes on with its own memory and with half of
 * each limit, and tries again a second later.
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
  const memory = memoryState();
  const insured = insurance(client, options);
  const px = (ttl: number) => ({ type: 'PX' as const, value: Math.max(1, Math.ceil(ttl)) });

  return {
    get: (key) =>
      insured(
        async () => (await client.get(prefix + key)) ?? undefined,
        () => memory.get(key),
      ),
    set: (key, value, ttl) =>
      insured(
        async () => void (await client.set(prefix + key, value, { expiration: px(ttl) })),
        () => memory.set(key, value, ttl),
      ),
    lock: (key, ttl) =>
      insured(
        async () => {
          const name = `${prefix}lock:${key}`;
          const owner = crypto.randomUUID();
          const taken = await client.set(name, owner, { expiration: px(ttl), condition: 'NX' });
          const unlock = async () => void (await client.eval(UNLOCK, { keys: [name], arguments: [owner] }));
          return taken === null ? undefined : () => insured(unlock, async () => {});
        },
        () => memory.lock(key, ttl),
      ),
    limiter: (name, limit) => {
      const shared = sharedLimiter(client, `${prefix}limit:${name}`, limit);
      const own = memoryLimiter({ ...limit, points: Math.ceil(limit.points * INSURED_SHARE) });
      return {
        take: (key) =>
          insured(
            () => waitFor(shared.consume(key)),
            () => own.take(key),
          ),
      };
    },
  };
}

const sharedLimiter = (client: RedisClient, keyPrefix: string, { points, seconds }: Limit) =>
  new RateLimiterRedis({ storeClient: client, useRedisPackage: true, keyPrefix, points, duration: seconds });

type Work<T> = () => Promise<T>;

/** Does a piece of work with Redis if it can, in time, and otherwise the spare one. */
function insurance(client: RedisClient, { timeout = 500, pause = 1000, onChange }: RedisStateOptions) {
  let isUp = true;
  let pausedUntil = 0;
  const report = (up: boolean) => {
    if (up !== isUp) onChange?.(up);
    isUp = up;
  };
  return async <T>(work: Work<T>, spare: Work<T>): Promise<T> => {
    if (performance.now() < pausedUntil) return spare();
    try {
      // A client that is not connected would keep the command until it is.
      if (!client.isReady) throw new Error('Redis is not connected.');
      const result = await inTime(work(), timeout);
      report(true);
      return result;
    } catch {
      pausedUntil = performance.now() + pause;
      report(false);
      return spare();
    }
  };
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Redis did not answer in time.')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
