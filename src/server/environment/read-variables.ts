import * as z from 'zod/mini';
import { LimioError } from '../../core/errors/limio-error.ts';
import { VARIABLES, type Variable, type VariableName } from './variables.ts';

/** Variables as the system has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Those that are set, checked. */
export type Values = Partial<Record<VariableName, string>>;

/**
 * Reads and checks the variables that are known. Empty ones count as missing.
 *
 * @param needed those that must be there, beside a client secret, which every command needs.
 * @throws {LimioError} `config`, naming every variable that is wrong and what is expected, never a value
 *
 * @example
 * readVariables(process.env, ['LIMIO_TENANT']).LIMIO_TENANT; // 'acme.prod.limio.com'
 */
export function readVariables(env: Environment, needed: readonly VariableName[]): Values {
  const given = Object.fromEntries(
    Object.entries(VARIABLES).flatMap(([name]) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  const { data, error } = schema.safeParse(given);
  const wrong = new Set(error?.issues.map(({ path }) => String(path[0]) as VariableName));
  const values = (data ?? given) as Values;
  for (const name of needed) if (!values[name]) wrong.add(name);
  if (!values.LIMIO_CLIENT_SECRET && !values.LIMIO_CLIENT_SECRET_FILE) wrong.add('LIMIO_CLIENT_SECRET');
  if (values.LIMIO_CONTEXT_ISSUER && !values.LIMIO_CONTEXT_SECRET === !values.LIMIO_CONTEXT_JWKS)
    wrong.add('LIMIO_CONTEXT_SECRET');
  // Without an issuer no token is taken, which nobody means who sets one of these.
  if (values.LIMIO_CONTEXT_SECRET || values.LIMIO_CONTEXT_JWKS || values.LIMIO_CONTEXT_AUDIENCE)
    if (!values.LIMIO_CONTEXT_ISSUER) wrong.add('LIMIO_CONTEXT_ISSUER');
  const partner = [values.LIMIO_PARTNER_CLIENT_SECRET, values.LIMIO_PARTNER_CLIENT_SECRET_FILE].some(Boolean);
  if (!!values.LIMIO_PARTNER_CLIENT_ID !== partner)
    wrong.add(partner ? 'LIMIO_PARTNER_CLIENT_ID' : 'LIMIO_PARTNER_CLIENT_SECRET');
  const events = [values.LIMIO_EVENTS_PASSWORD, values.LIMIO_EVENTS_PASSWORD_FILE].some(Boolean);
  if (!!values.LIMIO_EVENTS_USER !== events)
    wrong.add(events ? 'LIMIO_EVENTS_USER' : 'LIMIO_EVENTS_PASSWORD');
  if (values.LIMIO_EVENTS_TO) {
    if (!events) wrong.add('LIMIO_EVENTS_USER');
    if (!values.LIMIO_WEBHOOK_SECRET && !values.LIMIO_WEBHOOK_SECRET_FILE) wrong.add('LIMIO_WEBHOOK_SECRET');
  }
  const enterprise = ['RECAPTCHA_API_KEY', 'RECAPTCHA_PROJECT', 'RECAPTCHA_SITE_KEY'] as const;
  if (enterprise.some((name) => values[name]))
    for (const name of enterprise) if (!values[name]) wrong.add(name);
  const challenges = ['TURNSTILE_SECRET', 'RECAPTCHA_SECRET', 'RECAPTCHA_API_KEY'] as const;
  const isAmbiguous = challenges.filter((name) => values[name]).length > 1;
  if (isAmbiguous) for (const name of challenges) if (values[name]) wrong.add(name);
  // Docker's env files and some shells keep them; no value that is read here has any.
  const isQuoted = (name: string) => /^(["'`]).*\1$/s.test(given[name] ?? '');
  for (const name of Object.keys(given)) if (isQuoted(name)) wrong.add(name as VariableName);
  if (!wrong.size) return values;
  // In the order of the help.
  const lines = (Object.keys(VARIABLES) as VariableName[]).flatMap((name) => {
    if (!wrong.has(name)) return [];
    const { help, hint } = VARIABLES[name] as Variable;
    const remedy = isQuoted(name) ? 'Take off the quotes around it' : given[name] ? hint : 'It is missing';
    return `  ${name}: ${help}${remedy ? `. ${remedy}` : ''}`;
  });
  throw new LimioError('config', `Missing or not usable:\n${lines.join('\n')}`);
}

const schema = z.object(
  Object.fromEntries(
    Object.entries(VARIABLES).map(([name, rule]) => [name, z.optional<z.ZodMiniType<string>>(rule.schema)]),
  ),
);
