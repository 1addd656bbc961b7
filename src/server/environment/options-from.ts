import { LimioError } from '../../core/errors/limio-error.ts';
import { signedWebhook, type Deliver } from '../abandoned/signed-webhook.ts';
import type { AgentOptions } from '../agents/agent-options.ts';
import type { ContextOptions } from '../gate/context-token.ts';
import type { Limits } from '../gate/limits.ts';
import type { BackendOptions } from '../options.ts';
import { challengeOf } from './challenge-of.ts';
import { readVariables, type Values } from './read-variables.ts';
import { LIMITS, VARIABLES, words, type VariableName } from './variables.ts';

/** The variables a backend cannot do without. */
export const NEEDED = (Object.keys(VARIABLES) as VariableName[]).filter(
  (name) => 'isNeeded' in VARIABLES[name],
);

/** The variables that only a runtime with files can follow, or one that keeps its connections. */
const OF_NODE = [
  'LIMIO_CLIENT_SECRET_FILE',
  'LIMIO_PARTNER_CLIENT_SECRET_FILE',
  'LIMIO_EVENTS_PASSWORD_FILE',
  'LIMIO_WEBHOOK_SECRET_FILE',
  'LIMIO_KEYS_FILE',
  'REDIS_URL',
] as const;

/**
 * Options of a backend from the variables that `npx limio-offers serve` reads, too, on any runtime. Whatever else
 * the environment holds, such as bindings, is passed over.
 *
 * @param env `process.env`, `Deno.env.toObject()`, `Bun.env`, or what a Worker is handed.
 * @throws {LimioError} `config`, naming every variable that is wrong and what is expected, never a value
 *
 * @example
 * limioBackend(optionsFrom(process.env));
 */
export function optionsFrom(env: Readonly<Record<string, unknown>>): BackendOptions {
  const texts = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const values = readVariables(texts, NEEDED);
  const notHere = OF_NODE.filter((name) => values[name]);
  if (notHere.length)
    throw new LimioError(
      'config',
      `${notHere.join(' and ')} can be used with \`npx limio-offers serve\` alone. Here, hand over the value itself, and \`keys\` and \`state\` as options.`,
    );
  return optionsOf(values);
}

/** The same from variables that have been checked; what a file holds is left to the caller. */
export function optionsOf(env: Values): BackendOptions {
  const { LIMIO_TENANT = '', LIMIO_CLIENT_ID = '', LIMIO_CLIENT_SECRET = '', LIMIO_SHOP = '' } = env;
  const { LIMIO_COUNTRY = '', LIMIO_EXPIRES_MINUTES } = env;
  const context = contextOptions(env);
  const limits = limitsOf(env);
  const challenge = challengeOf(env);
  const events = eventsOptions(env, {
    password: () => env.LIMIO_EVENTS_PASSWORD ?? '',
    signing: () => env.LIMIO_WEBHOOK_SECRET ?? '',
  });
  return {
    limio: {
      tenant: LIMIO_TENANT,
      credentials: () => ({ clientId: LIMIO_CLIENT_ID, clientSecret: LIMIO_CLIENT_SECRET }),
    },
    shop: LIMIO_SHOP,
    origins: words(env.LIMIO_ORIGINS ?? ''),
    country: LIMIO_COUNTRY,
    proxies: Number(env.LIMIO_PROXIES ?? 0),
    ...(env.LIMIO_PAGE && { page: env.LIMIO_PAGE }),
    ...(env.LIMIO_TRACKING_FIELDS && { trackingFields: env.LIMIO_TRACKING_FIELDS }),
    ...(env.LIMIO_RENEWAL_PAGE && { renewalPage: env.LIMIO_RENEWAL_PAGE }),
    ...(env.LIMIO_UPDATE_PAGE && { updatePage: env.LIMIO_UPDATE_PAGE }),
    ...(env.LIMIO_LABEL && { label: env.LIMIO_LABEL }),
    ...(env.LIMIO_FILTERS && { filters: env.LIMIO_FILTERS }),
    ...(env.LIMIO_FRESH_FOR && { freshness: { freshFor: Number(env.LIMIO_FRESH_FOR) } }),
    ...(env.LIMIO_MAX_OFFERS && { maxOffers: Number(env.LIMIO_MAX_OFFERS) }),
    ...(env.LIMIO_BASE_PATH && { basePath: env.LIMIO_BASE_PATH }),
    ...(env.LIMIO_BUDGET && { budget: Number(env.LIMIO_BUDGET) }),
    ...(LIMIO_EXPIRES_MINUTES && { expiresAfter: { minutes: Number(LIMIO_EXPIRES_MINUTES) } }),
    ...(events && { events }),
    ...(context && { context }),
    ...(env.LIMIO_PARTNER_CLIENT_ID && { partner: { credentials: () => partnerCredentials(env) } }),
    ...(Object.keys(limits).length && { limits }),
    ...((env.LIMIO_MCP || env.LIMIO_UCP || env.LIMIO_PUBLIC_URL) && { agents: agentOptions(env) }),
    ...(challenge && { challenge }),
  };
}

/** What takes Limio's webhooks, and tells what was bought. Its secrets are read anew for each. */
export function eventsOptions(
  { LIMIO_EVENTS_USER: user, LIMIO_EVENTS_TO: to }: Values,
  { password, signing }: Record<'password' | 'signing', () => Promise<string> | string>,
): BackendOptions['events'] {
  if (!user) return undefined;
  const attempts = { refused: 1, failed: 1 };
  const tell: Deliver = async (event, signal) =>
    signedWebhook({ to: to ?? '', secret: await signing(), attempts })(event, signal);
  return { user, password, ...(to && { tell }) };
}

const partnerCredentials = ({ LIMIO_PARTNER_CLIENT_ID = '', LIMIO_PARTNER_CLIENT_SECRET = '' }: Values) => ({
  clientId: LIMIO_PARTNER_CLIENT_ID,
  clientSecret: LIMIO_PARTNER_CLIENT_SECRET,
});

/** Limits as they are written: so many in so many seconds, `6000/60`. */
const limitsOf = (env: Values): Partial<Limits> =>
  Object.fromEntries(
    LIMITS.flatMap((name) => {
      const [points, seconds] = (env[`LIMIO_LIMIT_${name}`] ?? '').split('/').map(Number);
      return points === undefined || !seconds ? [] : [[name.toLowerCase(), { points, seconds }]];
    }),
  );

function agentOptions(env: Values): AgentOptions {
  const { LIMIO_MCP, LIMIO_UCP, LIMIO_PUBLIC_URL, LIMIO_AGENT_PAGES } = env;
  return {
    ...(LIMIO_MCP && { mcp: LIMIO_MCP as 'read' | 'full' }),
    ...(LIMIO_UCP && { ucp: true }),
    ...(LIMIO_PUBLIC_URL && { publicUrl: LIMIO_PUBLIC_URL }),
    ...(LIMIO_AGENT_PAGES && { pages: words(LIMIO_AGENT_PAGES) }),
  };
}

function contextOptions(env: Values): ContextOptions | undefined {
  const { LIMIO_CONTEXT_ISSUER: issuer, LIMIO_CONTEXT_AUDIENCE: audience = 'limio-offers' } = env;
  const { LIMIO_CONTEXT_SECRET: secret, LIMIO_CONTEXT_JWKS: jwks } = env;
  if (!issuer) return undefined;
  return { issuer, audience, ...(secret ? { secret } : jwks && { jwks }) };
}
