import { digest } from './digest.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import { HttpError } from '../http-error.ts';
import { readSpendingLimits, type SpendingLimits } from './spending-limits.ts';

/** Everything that keys may be used for: the routes for agents, for quotes, for renewals and for partners. */
export const SCOPES = ['agent', 'quotes', 'renewals', 'partner'] as const;

/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number];

/** What a key may be called. */
export const LABEL = /^[\w.-]{1,40}$/;

/** A caller that has no page, such as an agent platform or a CRM. The key itself is nowhere kept. */
export interface Key {
  /** Names the caller in the log. */
  label: string;
  scopes: readonly Scope[];
  /** SHA-256 of the key, 64 hexadecimal digits. */
  sha256: string;
  /** How much an agent may open checkouts for. Default: as much as it is asked to. */
  limits?: SpendingLimits;
}

/** Says which keys there are now; it is asked for each request. */
export type ReadKeys = () => Promise<readonly Key[]> | readonly Key[];

/**
 * Reads a keys file: a line for each key, with its label, its scopes and its SHA-256, and after these the limits of an
 * agent. Empty lines and what follows a `#` are passed over.
 *
 * @throws {LimioError} `config`, naming the line, never what stands there
 *
 * @example
 * parseKeys('agentforce agent 9f86d081…'); // [{ label: 'agentforce', scopes: ['agent'], sha256: '9f86d081…' }]
 * parseKeys('agentforce agent 9f86d081… order=500EUR day=2000EUR');
 */
export function parseKeys(text: string): Key[] {
  return text.split('\n').flatMap((written, index) => {
    const line = written.replace(/#.*/, '').trim();
    if (!line) return [];
    const [label = '', scopes = '', sha256 = '', ...more] = line.split(/\s+/);
    const limits = readSpendingLimits(more);
    const key: Key = {
      label,
      scopes: scopes.split(',') as Scope[],
      sha256: sha256.toLowerCase(),
      ...(limits && { limits }),
    };
    if (!isKey(key) || (more.length && !isLimited(key)))
      throw new LimioError(
        'config',
        `Line ${index + 1} of the keys is not "label scope,scope sha256". Scopes: ${SCOPES.join(', ')}. Behind a key with the scope agent alone, limits may stand: order=500EUR day=2000EUR. \`npx limio-offers key\` makes such a line.`,
      );
    return [key];
  });
}

const isKey = ({ label, scopes, sha256 }: Key): boolean =>
  LABEL.test(label) && scopes.every((scope) => SCOPES.includes(scope)) && /^[\da-f]{64}$/.test(sha256);

/** Whether its limits are read and hold for all it may do: a quote, for one, would be made in spite of them. */
const isLimited = ({ limits, scopes }: Key): boolean =>
  limits !== undefined && scopes.every((scope) => scope === 'agent');

/**
 * Checks the bearer key of a request.
 *
 * @returns the key, as the file names it.
 * @throws {HttpError} `key_invalid`, which does not say whether it is missing, unknown or without the scope
 */
export async function checkKey(
  { headers }: Request,
  scope: Scope,
  readKeys: ReadKeys | undefined,
): Promise<Key> {
  const [, token] = /^Bearer +([\w.~+/-]{16,200}=*)$/i.exec(headers.get('authorization') ?? '') ?? [];
  const keys = token ? await readKeys?.() : undefined;
  const given = token ? digest(token) : '';
  // All of them are compared, and each to its end, so that the time tells nothing.
  const matching = keys?.filter(({ sha256 }) => isEqual(sha256, given)) ?? [];
  const key = matching.find(({ scopes }) => scopes.includes(scope));
  if (key) return key;
  throw new HttpError('key_invalid', 'The key is missing, unknown, or not for this route.', {
    headers: { 'www-authenticate': 'Bearer' },
  });
}

/** Compares two texts of one length in a time that tells nothing of them. */
export function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
