import { readFile } from 'node:fs/promises';
import type { Credentials } from '../../limio/token/request-token.ts';
import type { BackendOptions } from '../options.ts';
import { keysOfFile } from './keys-file.ts';
import type { RedisConnection } from './connect-redis.ts';
import { readVariables, type Environment, type Values } from '../environment/read-variables.ts';
import { eventsOptions, NEEDED, optionsOf } from '../environment/options-from.ts';
import { words } from '../environment/variables.ts';

/** What a runner does with its environment. */
export interface RunnerSettings {
  options: Omit<BackendOptions, 'state' | 'log'>;
  redis?: RedisConnection;
  host: string;
  port: number;
  /** Port for metrics; left out: there are none. */
  metricsPort?: number;
  /** Milliseconds between not being ready and closing the port, when told to stop by SIGTERM. */
  stopDelay: number;
}

/**
 * Reads and checks the environment of a backend.
 *
 * @throws {LimioError} `config`, naming every variable that is wrong and what is expected, never a value
 *
 * @example
 * readEnvironment(process.env).port; // 8787
 */
export const readEnvironment = (env: Environment): RunnerSettings => settings(readVariables(env, NEEDED));

/** How to reach Limio, its shop, and Redis where there is one, for whatever serves no pages. */
export interface ClientSettings {
  limio: { tenant: string; credentials: () => Promise<Credentials> };
  shop: string;
  redis?: RedisConnection;
}

/** Reads what a command needs that talks to Limio. @throws {LimioError} `config`, as {@link readEnvironment} */
export function readClientSettings(env: Environment): ClientSettings {
  const values = readVariables(env, ['LIMIO_TENANT', 'LIMIO_CLIENT_ID', 'LIMIO_SHOP']);
  const { LIMIO_TENANT: tenant = '', LIMIO_SHOP: shop = '' } = values;
  return { limio: { tenant, credentials: () => credentials(values) }, shop, ...redisOf(values) };
}

function settings(env: Values): RunnerSettings {
  const options = optionsOf(env);
  const events = eventsOptions(env, {
    password: () => secretOf(env.LIMIO_EVENTS_PASSWORD, env.LIMIO_EVENTS_PASSWORD_FILE),
    signing: () => secretOf(env.LIMIO_WEBHOOK_SECRET, env.LIMIO_WEBHOOK_SECRET_FILE),
  });
  return {
    options: {
      ...options,
      limio: { ...options.limio, credentials: () => credentials(env) },
      ...(env.LIMIO_KEYS_FILE && { keys: keysOfFile(env.LIMIO_KEYS_FILE) }),
      ...(events && { events }),
      ...(env.LIMIO_PARTNER_CLIENT_ID && { partner: { credentials: () => partnerCredentials(env) } }),
    },
    ...redisOf(env),
    ...(env.LIMIO_METRICS_PORT && { metricsPort: Number(env.LIMIO_METRICS_PORT) }),
    stopDelay: Number(env.LIMIO_STOP_DELAY ?? 3000),
    host: env.HOST ?? '127.0.0.1',
    port: Number(env.PORT ?? 8787),
  };
}

const redisOf = ({ REDIS_URL, REDIS_TIMEOUT = '500' }: Values): { redis?: RedisConnection } =>
  REDIS_URL ? { redis: { urls: words(REDIS_URL), timeout: Number(REDIS_TIMEOUT) } } : {};

async function credentials(env: Values): Promise<Credentials> {
  const secret = await secretOf(env.LIMIO_CLIENT_SECRET, env.LIMIO_CLIENT_SECRET_FILE);
  return { clientId: env.LIMIO_CLIENT_ID ?? '', clientSecret: secret };
}

async function partnerCredentials(env: Values): Promise<Credentials> {
  const { LIMIO_PARTNER_CLIENT_ID = '', LIMIO_PARTNER_CLIENT_SECRET, LIMIO_PARTNER_CLIENT_SECRET_FILE } = env;
  const clientSecret = await secretOf(LIMIO_PARTNER_CLIENT_SECRET, LIMIO_PARTNER_CLIENT_SECRET_FILE);
  return { clientId: LIMIO_PARTNER_CLIENT_ID, clientSecret };
}

/** The secret that webhooks of ours are signed with. @throws {LimioError} `config` where there is none */
export async function readWebhookSecret(env: Environment): Promise<string> {
  const { LIMIO_WEBHOOK_SECRET, LIMIO_WEBHOOK_SECRET_FILE } = env;
  if (!LIMIO_WEBHOOK_SECRET_FILE) readVariables(env, ['LIMIO_WEBHOOK_SECRET']);
  return secretOf(LIMIO_WEBHOOK_SECRET, LIMIO_WEBHOOK_SECRET_FILE);
}

/** A secret that stands in a variable or in a file. */
const secretOf = async (secret = '', file = ''): Promise<string> =>
  (file ? await readFile(file, 'utf8') : secret).trim();
