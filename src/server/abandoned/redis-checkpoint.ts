import { LimioError } from '../../core/errors/limio-error.ts';
import { ADD, TAKE } from '../state/redis-scripts.ts';
import type { RedisClient } from '../state/redis-state.ts';
import { parseCheckpoint, type CheckpointStore } from './checkpoint-store.ts';

/** Under which name a checkpoint is kept, and how long a reader holds it. */
export interface RedisCheckpointOptions {
  /** Names the list that is read, where several are. Default `limio-offers:abandoned`. */
  key?: string;
  /** Milliseconds after which a reader that died is replaced by another. Default 60,000. */
  lease?: number;
}

/** Keeps a value for whoever holds the lease, and prolongs it. KEYS: lease, value. ARGV: owner, milliseconds, value. */
const KEEP = `if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('pexpire', KEYS[1], ARGV[2])
if ARGV[3] then redis.call('set', KEYS[2], ARGV[3]) end
return 1`;

/**
 * A checkpoint that several readers share in Redis: the one that holds the lease reads, the others stand by. Unlike
 * `redisState()` it has no memory to fall back on: a reader that cannot reach Redis tells nothing.
 *
 * @example
 * watchAbandonedBaskets({ ...options, checkpoint: redisCheckpoint(redis) });
 */
export function redisCheckpoint(
  client: Pick<RedisClient, 'eval' | 'get'>,
  { key = 'limio-offers:abandoned', lease = 60_000 }: RedisCheckpointOptions = {},
): CheckpointStore {
  const owner = crypto.randomUUID();
  // In braces: a cluster keeps them together, as one script uses both.
  const [leaseKey, valueKey] = [`{${key}}:lease`, `{${key}}:checkpoint`];
  const keep = async (...value: string[]) => {
    const keys = [leaseKey, valueKey];
    if ((await client.eval(KEEP, { keys, arguments: [owner, String(lease), ...value] })) !== 1)
      throw new LimioError('checkpoint_failed', 'Another reader has taken over the checkpoint in Redis.');
  };
  return {
    load: () =>
      inRedis(async () => {
        const kept = await client.get(valueKey);
        return kept === null ? undefined : parseCheckpoint(kept, `the key ${valueKey} in Redis`);
      }),
    save: (checkpoint) => inRedis(() => keep(JSON.stringify(checkpoint))),
    claim: () =>
      inRedis(async () => {
        const there = await client.eval(ADD, { keys: [leaseKey], arguments: [owner, String(lease)] });
        if (there !== null && there !== owner) return undefined;
        // Whether it is still held shows when something is kept.
        const timer = setInterval(() => void keep().catch(() => {}), lease / 3);
        return async () => {
          clearInterval(timer);
          await client.eval(TAKE, { keys: [leaseKey], arguments: [owner] }).catch(() => {});
        };
      }),
  };
}

/** @throws {LimioError} `checkpoint_failed`, without the words of Redis, which may name a host */
async function inRedis<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LimioError) throw error;
    throw new LimioError('checkpoint_failed', 'Redis does not answer. Is it up, and does it take writes?', {
      cause: error,
    });
  }
}
