import * as z from 'zod/mini';
import { LimioError } from '../../core/errors/limio-error.ts';
import { nearestWord } from '../../core/nearest-word.ts';
import { ALTERNATIVES, NEEDS } from './variable-rules.ts';
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
    NAMES.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  ) as Values;
  const { data, error } = schema.safeParse(given);
  const values = (data ?? given) as Values;
  const wrong = new Map<VariableName, string>();
  for (const { path } of error?.issues ?? []) {
    const name = String(path[0]) as VariableName;
    wrong.set(name, remedyOf(name) ?? 'What it is set to cannot be used');
  }
  for (const name of needed) if (!values[name]) wrong.set(name, 'It is missing');
  for (const [name, lists] of Object.entries(NEEDS) as [VariableName, (typeof NEEDS)['LIMIO_UCP'] & {}][])
    for (const [first, ...others] of values[name] || needed.includes(name) ? lists : [])
      if (![first!, ...others].some((each) => given[each]))
        wrong.set(first!, `It is missing${needed.includes(name) ? '' : `: ${name} needs it`}`);
  for (const names of ALTERNATIVES) {
    const set = names.filter((name) => values[name]);
    if (set.length > 1) for (const name of set) wrong.set(name, `Set one of ${set.join(' and ')} alone`);
  }
  // Docker's env files, some shells and word processors keep them; no value that is read here has any.
  for (const name of NAMES)
    if (/^((["'`]).*\2|[“”„‘’«].*[“”‘’»])$/s.test(given[name] ?? ''))
      wrong.set(name, 'Take off the quotes around it');
  if (!wrong.size) return values;
  // In the order of the help.
  const lines = NAMES.filter((name) => wrong.has(name)).map(
    (name) => `  ${name}: ${VARIABLES[name].help}. ${wrong.get(name)}.`,
  );
  throw new LimioError('config', `Missing or not usable:\n${lines.join('\n')}`);
}

/**
 * Variables that look like one of ours and are none, so that they have no effect, with the one that may be meant.
 *
 * @example
 * strayVariables({ LIMIO_ORIGIN: 'https://www.example.com' }); // [['LIMIO_ORIGIN', 'LIMIO_ORIGINS']]
 */
export const strayVariables = (env: Environment): Array<[name: string, meant: string]> =>
  Object.keys(env).flatMap((name) => {
    if (!OURS.test(name) || SERVICE.test(name) || Object.hasOwn(VARIABLES, name)) return [];
    const meant = nearestWord(
      name,
      NAMES.map((each) => each.toLowerCase()),
    );
    return meant ? [[name, meant.toUpperCase()] as [string, string]] : [];
  });

const OURS = /^(LIMIO|REDIS|RECAPTCHA|TURNSTILE)_/;

/** What Kubernetes adds for each of its services: https://kubernetes.io/docs/concepts/services-networking/service/ */
const SERVICE = /_(SERVICE_(HOST|PORT)|PORT(_\d+_(TCP|UDP))?)(_\w+)?$/;

const NAMES = Object.keys(VARIABLES) as VariableName[];

const remedyOf = (name: VariableName): string | undefined => (VARIABLES[name] as Variable).hint;

const schema = z.object(
  Object.fromEntries(
    Object.entries(VARIABLES).map(([name, rule]) => [name, z.optional<z.ZodMiniType<string>>(rule.schema)]),
  ),
);
