import { readFile } from 'node:fs/promises';
import type { Credentials } from '../../limio/token/request-token.ts';
import type { ContextOptions } from '../gate/context-token.ts';
import type { BackendOptions } from '../options.ts';
import type { Limits } from '../gate/limits.ts';
import type { AgentOptions } from '../agents/agent-options.ts';
import { turnstile } from '../gate/turnstile.ts';
import { keysOfFile } from './keys-file.ts';
import type { RedisConnection } from './connect-redis.ts';
import { readVariables, type Environment, type Values } from './read-variables.ts';
import { LIMITS, VARIABLES, words, type VariableName } from './variables.ts';

/** What a runner does with its environment. */
export interface RunnerSettings {
  options: Omit<BackendOptions, 'state' | 'log'>;
  redis?: RedisConnection;
  host: string;
  port: number;
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

const NEEDED = (Object.keys(VARIABLES) as VariableName[]).filter((name) => 'isNeeded' in VARIABLES[name]);

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
  const {
    LIMIO_TENANT = '',
    LIMIO_SHOP = '',
    LIMIO_COUNTRY = '',
    LIMIO_EXPIRES_MINUTES,
    TURNSTILE_SECRET,
  } = env;
  const context = contextOptions(env);
  const limits = limitsOf(env);
  return {
    options: {
      limio: { tenant: LIMIO_TENANT, credentials: () => credentials(env) },
      shop: LIMIO_SHOP,
      origins: words(env.LIMIO_ORIGINS ?? ''),
      country: LIMIO_COUNTRY,
      proxies: Number(env.LIMIO_PROXIES ?? 0),
      ...(env.LIMIO_PAGE && { page: env.LIMIO_PAGE }),
      ...(env.LIMIO_TRACKING_FIELDS && { trackingFields: env.LIMIO_TRACKING_FIELDS }),
      ...(env.LIMIO_RENEWAL_PAGE && { renewalPage: env.LIMIO_RENEWAL_PAGE }),
      ...(env.LIMIO_LABEL && { label: env.LIMIO_LABEL }),
      ...(env.LIMIO_BASE_PATH && { basePath: env.LIMIO_BASE_PATH }),
      ...(env.LIMIO_BUDGET && { budget: Number(env.LIMIO_BUDGET) }),
      ...(LIMIO_EXPIRES_MINUTES && { expiresAfter: { minutes: Number(LIMIO_EXPIRES_MINUTES) } }),
      ...(context && { context }),
      ...(env.LIMIO_KEYS_FILE && { keys: keysOfFile(env.LIMIO_KEYS_FILE) }),
      ...(env.LIMIO_PARTNER_CLIENT_ID && { partner: { credentials: () => partnerCredentials(env) } }),
      ...(Object.keys(limits).length && { limits }),
      ...((env.LIMIO_MCP || env.LIMIO_PUBLIC_URL) && { agents: agentOptions(env) }),
      ...(TURNSTILE_SECRET && { challenge: turnstile({ secret: TURNSTILE_SECRET }) }),
    },
    ...redisOf(env),
    stopDelay: Number(env.LIMIO_STOP_DELAY ?? 3000),
    host: env.HOST ?? '127.0.0.1',
    port: Number(env.PORT ?? 8787),
  };
}

const redisOf = ({ REDIS_URL, REDIS_TIMEOUT = '500' }: Values): { redis?: RedisConnection } =>
  REDIS_URL ? { redis: { urls: words(REDIS_URL), timeout: Number(REDIS_TIMEOUT) } } : {};

/** Limits as they are written: so many in so many seconds, `6000/60`. */
const limitsOf = (env: Values): Partial<Limits> =>
  Object.fromEntries(
    LIMITS.flatMap((name) => {
      const [points, seconds] = (env[`LIMIO_LIMIT_${name}`] ?? '').split('/').map(Number);
      return points === undefined || !seconds ? [] : [[name.toLowerCase(), { points, seconds }]];
    }),
  );

function agentOptions(env: Values): AgentOptions {
  const { LIMIO_MCP, LIMIO_PUBLIC_URL, LIMIO_AGENT_PAGES } = env;
  return {
    ...(LIMIO_MCP && { mcp: LIMIO_MCP as 'read' | 'full' }),
    ...(LIMIO_PUBLIC_URL && { publicUrl: LIMIO_PUBLIC_URL }),
    ...(LIMIO_AGENT_PAGES && { pages: words(LIMIO_AGENT_PAGES) }),
  };
}

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

function contextOptions(env: Values): ContextOptions | undefined {
  const { LIMIO_CONTEXT_ISSUER: issuer, LIMIO_CONTEXT_AUDIENCE: audience = 'limio-offers' } = env;
  const { LIMIO_CONTEXT_SECRET: secret, LIMIO_CONTEXT_JWKS: jwks } = env;
  if (!issuer) return undefined;
  return { issuer, audience, ...(secret ? { secret } : jwks && { jwks }) };
}
