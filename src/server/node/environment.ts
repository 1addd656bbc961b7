import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { LimioError } from '../../core/errors.ts';
import type { ContextOptions } from '../gate/context-token.ts';
import type { BackendOptions } from '../options.ts';
import type { Limits } from '../gate/limits.ts';
import type { AgentOptions } from '../agents/agent-options.ts';
import { turnstile } from '../gate/turnstile.ts';
import { keysOfFile } from './keys-file.ts';
import type { RedisConnection } from './connect-redis.ts';
import { LIMITS, VARIABLES, words, type Variable, type VariableName } from './variables.ts';

/** What a runner does with its environment. */
export interface RunnerSettings {
  options: Omit<BackendOptions, 'state' | 'log'>;
  redis?: RedisConnection;
  host: string;
  port: number;
  /** Milliseconds between not being ready and closing the port, when told to stop by SIGTERM. */
  stopDelay: number;
}

type Values = Partial<Record<VariableName, string>>;

/**
 * Reads and checks the environment.
 *
 * @throws {LimioError} `config`, naming every variable that is wrong and what is expected, never a value
 *
 * @example
 * readEnvironment(process.env).port; // 8787
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): RunnerSettings {
  const given = Object.fromEntries(
    Object.entries(VARIABLES).flatMap(([name]) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  const { data, error } = schema.safeParse(given);
  const wrong = new Set(error?.issues.map(({ path }) => String(path[0]) as VariableName));
  const values = (data ?? given) as Values;
  if (!values.LIMIO_CLIENT_SECRET && !values.LIMIO_CLIENT_SECRET_FILE) wrong.add('LIMIO_CLIENT_SECRET');
  if (values.LIMIO_CONTEXT_ISSUER && !values.LIMIO_CONTEXT_SECRET === !values.LIMIO_CONTEXT_JWKS)
    wrong.add('LIMIO_CONTEXT_SECRET');
  // Without an issuer no token is taken, which nobody means who sets one of these.
  if (values.LIMIO_CONTEXT_SECRET || values.LIMIO_CONTEXT_JWKS || values.LIMIO_CONTEXT_AUDIENCE)
    if (!values.LIMIO_CONTEXT_ISSUER) wrong.add('LIMIO_CONTEXT_ISSUER');
  // Docker's env files and some shells keep them; no value that is read here has any.
  const isQuoted = (name: string) => /^(["'`]).*\1$/s.test(given[name] ?? '');
  for (const name of Object.keys(given)) if (isQuoted(name)) wrong.add(name as VariableName);
  if (wrong.size) {
    const lines = [...wrong].map((name) => {
      const { help, hint } = VARIABLES[name] as Variable;
      const remedy = isQuoted(name) ? 'Take off the quotes around it' : given[name] ? hint : 'It is missing';
      return `  ${name}: ${help}${remedy ? `. ${remedy}` : ''}`;
    });
    throw new LimioError('config', `Missing or not usable:\n${lines.join('\n')}`);
  }
  return settings(values);
}

const schema = z.object(
  Object.fromEntries(
    Object.entries(VARIABLES).map(([name, rule]) => [
      name,
      'isNeeded' in rule ? rule.schema : z.optional<z.ZodMiniType<string>>(rule.schema),
    ]),
  ),
);

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
      ...(Object.keys(limits).length && { limits }),
      ...((env.LIMIO_MCP || env.LIMIO_PUBLIC_URL) && { agents: agentOptions(env) }),
      ...(TURNSTILE_SECRET && { challenge: turnstile({ secret: TURNSTILE_SECRET }) }),
    },
    ...(env.REDIS_URL && {
      redis: { urls: words(env.REDIS_URL), timeout: Number(env.REDIS_TIMEOUT ?? 500) },
    }),
    stopDelay: Number(env.LIMIO_STOP_DELAY ?? 3000),
    host: env.HOST ?? '127.0.0.1',
    port: Number(env.PORT ?? 8787),
  };
}

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

async function credentials({ LIMIO_CLIENT_ID = '', LIMIO_CLIENT_SECRET, LIMIO_CLIENT_SECRET_FILE }: Values) {
  const secret = LIMIO_CLIENT_SECRET_FILE
    ? await readFile(LIMIO_CLIENT_SECRET_FILE, 'utf8')
    : LIMIO_CLIENT_SECRET;
  return { clientId: LIMIO_CLIENT_ID, clientSecret: secret?.trim() ?? '' };
}

function contextOptions(env: Values): ContextOptions | undefined {
  const { LIMIO_CONTEXT_ISSUER: issuer, LIMIO_CONTEXT_AUDIENCE: audience = 'limio-offers' } = env;
  const { LIMIO_CONTEXT_SECRET: secret, LIMIO_CONTEXT_JWKS: jwks } = env;
  if (!issuer) return undefined;
  return { issuer, audience, ...(secret ? { secret } : jwks && { jwks }) };
}
