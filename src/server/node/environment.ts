import { LimioError } from '../../core/errors/limio-error.ts';
import type { Credentials } from '../../limio/token/request-token.ts';
import { passwordsIn } from '../gate/basic.ts';
import type { BackendOptions } from '../options.ts';
import { secretOf } from './secret-of.ts';
import { keysOfFile } from './keys-file.ts';
import type { RedisConnection } from './connect-redis.ts';
import {
  readVariables,
  strayVariables,
  type Environment,
  type Values,
} from '../environment/read-variables.ts';
import { eventsOptions, NEEDED, optionsOf } from '../environment/options-from.ts';
import { readSigningSecret, words } from '../environment/variables.ts';

/** What a runner does with its environment. */
export interface RunnerSettings {
  options: Omit<BackendOptions, 'state' | 'log'>;
  redis?: RedisConnection;
  host: string;
  port: number;
  /** Milliseconds for which an idle connection is kept. Default: see `listen`. */
  keepAlive?: number;
  /** Port for metrics; left out: there are none. */
  metricsPort?: number;
  /** Reads each secret that may stand in a file, so that one that cannot be used is told before it is needed. */
  secrets: ReadonlyArray<() => Promise<unknown>>;
  /** Variables that have no effect, and those that may be meant. */
  strays: ReadonlyArray<readonly [name: string, meant: string]>;
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
export const readEnvironment = (env: Environment): RunnerSettings => ({
  ...settings(readVariables(env, NEEDED)),
  strays: strayVariables(env),
});

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

function settings(env: Values): Omit<RunnerSettings, 'strays'> {
  const options = optionsOf(env);
  const port = Number(env.PORT ?? 8787);
  const events = eventsOptions(env, {
    password: () => eventsPassword(env),
    signing: () => signingSecret(env),
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
    ...(env.LIMIO_METRICS_PORT && { metricsPort: metricsPort(env.LIMIO_METRICS_PORT, port) }),
    ...(env.LIMIO_KEEP_ALIVE && { keepAlive: Number(env.LIMIO_KEEP_ALIVE) * 1000 }),
    secrets: [
      () => credentials(env),
      ...(env.LIMIO_PARTNER_CLIENT_ID ? [() => partnerCredentials(env)] : []),
      ...(env.LIMIO_EVENTS_USER ? [() => eventsPassword(env)] : []),
      ...(env.LIMIO_EVENTS_TO ? [() => signingSecret(env)] : []),
    ],
    stopDelay: Number(env.LIMIO_STOP_DELAY ?? 3000),
    host: env.HOST ?? '127.0.0.1',
    port,
  };
}

/** @throws {LimioError} `config` where the pages of the backend are served there, too; 0 is any port that is free */
function metricsPort(given: string, port: number): number {
  if (Number(given) && Number(given) === port)
    throw new LimioError(
      'config',
      `LIMIO_METRICS_PORT, PORT: both are ${port}. Choose another port for the metrics, such as ${port === 9464 ? 9465 : 9464}.`,
    );
  return Number(given);
}

const redisOf = ({ REDIS_URL, REDIS_TIMEOUT = '500' }: Values): { redis?: RedisConnection } =>
  REDIS_URL ? { redis: { urls: words(REDIS_URL), timeout: Number(REDIS_TIMEOUT) } } : {};

async function credentials(env: Values): Promise<Credentials> {
  return { clientId: env.LIMIO_CLIENT_ID ?? '', clientSecret: await secretOf(env, 'LIMIO_CLIENT_SECRET') };
}

async function partnerCredentials(env: Values): Promise<Credentials> {
  const clientSecret = await secretOf(env, 'LIMIO_PARTNER_CLIENT_SECRET');
  return { clientId: env.LIMIO_PARTNER_CLIENT_ID ?? '', clientSecret };
}

/** @throws {LimioError} `config` where one of those that hold is too short */
async function eventsPassword(env: Values): Promise<string> {
  const password = await secretOf(env, 'LIMIO_EVENTS_PASSWORD');
  if (passwordsIn(password).every(({ length }) => length >= 16)) return password;
  throw new LimioError(
    'config',
    'LIMIO_EVENTS_PASSWORD_FILE: a password in it is too short. Write 16 characters or more.',
  );
}

/** @throws {LimioError} `config` where a file holds one that nobody can sign with */
async function signingSecret(env: Environment): Promise<string> {
  const secret = await secretOf(env, 'LIMIO_WEBHOOK_SECRET');
  readSigningSecret(secret);
  return secret;
}

/** The secret that webhooks of ours are signed with. @throws {LimioError} `config` where there is none */
export async function readWebhookSecret(env: Environment): Promise<string> {
  if (!env['LIMIO_WEBHOOK_SECRET_FILE']) readVariables(env, ['LIMIO_WEBHOOK_SECRET']);
  return secretOf(env, 'LIMIO_WEBHOOK_SECRET');
}
