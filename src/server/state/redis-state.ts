import { NOT_CONNECTED, withFallback, type Allowance } from './allowance.ts';
import { memoryState } from './memory-state.ts';
import { ADD, COUNT, TAKE } from './redis-scripts.ts';
import type { BackendState, Limit } from './state.ts';

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

export interface RedisStateOptions {
  /** In front of every key. Default `limio-offers:`. */
  prefix?: string;
  /** Milliseconds that Redis may cost one request in all. Default 500. */
  timeout?: number;
  /** Milliseconds for which Redis is left alone after it failed. Default 1,000. */
  pause?: number;
  /** Told when Redis fails, with the cause, and when it is back. */
  onChange?: (isUp: boolean, cause?: string) => void;
}

/** How long a probe stays in Redis, in milliseconds. */
const PROBE_MS = 1000;

/** Share of a limit that one instance allows by itself while Redis is down: more would multiply it by the instances. */
const INSURED_SHARE = 0.5;

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
  const { prefix = 'limio-offers:', timeout = 500, pause = 1000, onChange } = options;
  const memory = memoryState();
  let failure: string | undefined;
  const insured = withFallback({
    timeout,
    pause,
    // A write, which one that is read-only or full does not take.
    probe: async () => {
      const expiration = { type: 'PX' as const, value: PROBE_MS };
      return (await connected()).set(`${prefix}probe`, '1', { expiration });
    },
    onChange(isUp, cause) {
      failure = isUp ? undefined : (cause ?? 'unknown');
      onChange?.(isUp, cause);
    },
  });
  /** A client that is not connected would keep the command until it is. */
  const connected = async () => {
    if (client.isReady === false) throw new DOMException('Redis is not connected.', NOT_CONNECTED);
    return client;
  };
  const run = async (script: string, key: string, ...words: string[]) =>
    (await connected()).eval(script, { keys: [prefix + key], arguments: words });
  const px = (ttl: number) => Math.max(1, Math.ceil(ttl));

  /** @param allow is asked for each operation what it may cost. */
  const view = (allow: () => Allowance): BackendState => ({
    get: (key) =>
      insured(
        allow(),
        async () => (await (await connected()).get(prefix + key)) ?? undefined,
        () => memory.get(key),
      ),
    set: (key, value, ttl) =>
      insured(
        allow(),
        async () => {
          const expiration = { type: 'PX' as const, value: px(ttl) };
          await (await connected()).set(prefix + key, value, { expiration });
        },
        () => memory.set(key, value, ttl),
      ),
    add: (key, value, ttl) =>
      insured(
        allow(),
        async () => textOf(await run(ADD, key, value, String(px(ttl)))),
        () => memory.add(key, value, ttl),
      ),
    take: (key, value) =>
      insured(
        allow(),
        async () => textOf(await run(TAKE, key, ...(value === undefined ? [] : [value]))),
        () => memory.take(key, value),
      ),
    count: (key, limit) =>
      insured(
        allow(),
        async () => waitOf(await run(COUNT, key, String(px(limit.seconds * 1000))), limit),
        () => memory.count(key, { ...limit, points: Math.ceil(limit.points * INSURED_SHARE) }),
      ),
  });

  return {
    ...view(() => ({ left: timeout })),
    failure: () => failure,
    forRequest: () => {
      const allowance = { left: timeout };
      return view(() => allowance);
    },
  };
}

const textOf = (reply: unknown): string | undefined => (typeof reply === 'string' ? reply : undefined);

function waitOf(reply: unknown, { points }: Limit): number {
  const [count, ms] = reply as [number, number];
  return count > points ? Math.max(1, ms) : 0;
}
