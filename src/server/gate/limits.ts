import { LRUCache } from 'lru-cache';
import { LimioError } from '../../core/errors/limio-error.ts';
import { digest } from './digest.ts';
import { HttpError } from '../http-error.ts';
import type { BackendState, Limit } from '../state/state.ts';

/** How much a backend does for whom. */
export interface Limits {
  /** Lists of offers for one address. Default 300 in 60 s. */
  reads: Limit;
  /** Whatever else one address sends with a body, whether or not it is any good. Default 300 in 60 s. */
  requests: Limit;
  /** New attempts at a checkout for one address. Default 30 in 60 s. */
  address: Limit;
  /** Questions of one agent, by its key or else by its address. Default 60 in 60 s. */
  agent: Limit;
  /** New baskets for one e-mail address. Default 5 in 600 s. */
  email: Limit;
  /** Checkouts in all that reach Limio; beyond it everybody is sent on by purchase link. Default 6,000 in 60 s. */
  all: Limit;
}

const DEFAULTS: Limits = {
  reads: { points: 300, seconds: 60 },
  requests: { points: 300, seconds: 60 },
  address: { points: 30, seconds: 60 },
  agent: { points: 60, seconds: 60 },
  email: { points: 5, seconds: 600 },
  all: { points: 6000, seconds: 60 },
};

/** Most callers whose digests are kept. */
const MAX_CALLERS = 1000;

/** Counts one; the key is kept as a digest. @throws {HttpError} `rate_limited`, with `retry-after` in seconds */
export type CheckLimit = (state: BackendState, limit: keyof Limits, key: string) => Promise<void>;

/**
 * Makes the counters of a backend.
 *
 * @param secret keys the digests, so that nobody who sees them can try likely addresses against them.
 * @throws {LimioError} `config`, naming a limit that is none
 */
export function limitCheck(secret: () => Promise<string>, own: Partial<Limits> = {}): CheckLimit {
  const limits = { ...DEFAULTS, ...checked(own) };
  /** Digests of the latest callers, each of whom is counted twice a request. E-mail addresses are not kept. */
  const callers = new LRUCache<string, string>({ max: MAX_CALLERS });
  const named = async (name: keyof Limits, key: string) => {
    if (name === 'all') return key;
    const there = callers.get(key) ?? digest(key, await secret());
    if (name !== 'email') callers.set(key, there);
    return there;
  };
  return async (state, name, key) => {
    const wait = await state.count(`limit:${name}:${await named(name, key)}`, limits[name]);
    if (!wait) return;
    throw new HttpError('rate_limited', `The limit "${name}" is reached.`, {
      headers: { 'retry-after': String(Math.ceil(wait / 1000)) },
    });
  };
}

/** Limits that are given and can be kept: nothing is ever more than `NaN`. */
function checked(own: Partial<Limits>): Partial<Limits> {
  const given = Object.entries(own).filter(([, limit]) => limit !== undefined);
  for (const [name, { points, seconds }] of given)
    if (!Object.hasOwn(DEFAULTS, name) || !(Number.isInteger(points) && points >= 0 && seconds > 0))
      throw new LimioError(
        'config',
        `\`limits\` holds ${JSON.stringify(name.slice(0, 40))}. Give ${Object.keys(DEFAULTS).join(', ')}, each as so many in so many seconds: { points: 600, seconds: 60 }.`,
      );
  return Object.fromEntries(given);
}
