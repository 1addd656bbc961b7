import * as z from 'zod/mini';
import { isUnambiguous } from '../../core/is-unambiguous.ts';
import { readCapped } from '../../core/read-capped.ts';
import { HttpError } from '../http-error.ts';

/** Largest body, in bytes, unless a route takes more. */
const MAX_BYTES = 16 * 1024;

/**
 * Stops a body that is not plain JSON. Such a type cannot be sent across origins without a preflight.
 *
 * @throws {HttpError} `unsupported_media_type`, `too_large`
 */
export function checkBodyHeaders({ headers }: Request, max = MAX_BYTES): void {
  const encoding = headers.get('content-encoding') ?? '';
  if (!isJson(headers.get('content-type') ?? '') || !isPlain(encoding))
    throw new HttpError('unsupported_media_type', 'The body is not plain JSON.');
  if (Number(headers.get('content-length') ?? 0) > max) throw tooLarge(max);
}

/** Whether an encoding is none: left out, or `identity`, which a proxy may have added once more. */
const isPlain = (encoding: string): boolean =>
  encoding.split(',').every((coding) => /^(identity)?$/i.test(coding.trim()));

/**
 * Whether a type is JSON in UTF-8, or in ASCII, which is a part of it, in the spellings that clients of CRMs use: a
 * trailing semicolon, `utf8`, further parameters, the same once more.
 */
const isJson = (contentType: string): boolean =>
  contentType.split(',').every((each) => {
    const [type = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    const charset = parameters.find((parameter) => parameter.startsWith('charset='));
    return (
      type === 'application/json' && (!charset || /^charset=["']?(utf-?8|(us-)?ascii)["']?$/.test(charset))
    );
  });

/**
 * Reads a JSON body, of which no more than `max` bytes, by default 16 kB, are ever held, whatever its length was said to be.
 *
 * @throws {HttpError} `too_large`, `timeout` when it arrives too slowly, `bad_request` when it is not JSON or
 *   means different things to different readers
 */
export async function readJson(request: Request, signal: AbortSignal, max = MAX_BYTES): Promise<unknown> {
  const text = await readText(request, signal, max);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError('bad_request', 'The body is not JSON.');
  }
  if (!isUnambiguous(text, value))
    throw new HttpError(
      'bad_request',
      'The body names a field twice, or one that no object may have, or is nested deep.',
    );
  return value;
}

async function readText({ body }: Request, signal: AbortSignal, max: number): Promise<string> {
  let text: string | undefined;
  try {
    text = await readCapped(body, max, signal, true);
  } catch {
    if (signal.aborted) throw new HttpError('timeout', 'The body arrived too slowly.');
    throw new HttpError('bad_request', 'The body broke off, or is not UTF-8.');
  }
  if (text === undefined) throw tooLarge(max);
  return text;
}

const tooLarge = (max: number) =>
  new HttpError('too_large', `The body is larger than ${Math.round(max / 1024)} kB.`);

/** Checks a body by its schema. @throws {HttpError} `bad_request`, naming the fields, never their values */
export function readBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const { success, data, error } = z.safeParse(schema, body);
  if (success) return data;
  const wrong = new Map(
    error.issues
      .flatMap(({ path, ...issue }): Array<[string, string]> =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => [fieldName([...path, key]), 'is no field here'])
          : [[fieldName(path), rightFor(issue)]],
      )
      .slice(0, 20),
  );
  const sentences = [...wrong].map(([name, right]) => `${name || 'The whole'} ${right}.`);
  throw new HttpError('bad_request', sentences.join(' '), { fields: [...wrong.keys()].filter(Boolean) });
}

type Issue = Omit<z.core.$ZodIssue, 'path'>;

/** What kinds of issues say beside their code; `params` is what a rule of ours says. */
type Hints = Partial<Record<'expected' | 'minimum' | 'maximum' | 'values', unknown>> & {
  params?: Readonly<Record<string, unknown>>;
};

/** What would be right, as far as the schema knows it. */
function rightFor(issue: Issue): string {
  const { code, expected, minimum, maximum, values, params } = issue as Issue & Hints;
  if (code === 'invalid_type') return `has to be there, of type ${String(expected)}`;
  if (code === 'too_big') return `is too much or too long: at most ${String(maximum)}`;
  if (code === 'too_small') return `is too little or too short: at least ${String(minimum)}`;
  if (code === 'invalid_value') return `has to be one of ${(values as unknown[]).join(', ')}`;
  return String(params?.['right'] ?? 'is not in the documented form');
}

/** Names of ours are repeated; names of the caller's own, which may be anything, are shortened to what a name can be. */
const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((part) =>
      String(part)
        .replace(/[^\w.-]/g, '')
        .slice(0, 40),
    )
    .join('.');
