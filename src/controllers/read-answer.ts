import { LimioError } from '../core/errors/limio-error.ts';
import { readCapped } from '../core/read-capped.ts';

/** The request that an error is about: its `cause`. No message repeats it, as a query may hold a key. */
export interface FailedRequest {
  url: string;
  /** HTTP status, where there was an answer. */
  status?: number;
  /** The code in a failing answer, if it is one of our backend. */
  code?: unknown;
  /** What the backend could not accept, such as `customer.email`. */
  fields?: readonly string[];
  /** When a pending change takes effect, as the backend wrote it. */
  until?: unknown;
}

/**
 * Reads an answer in JSON.
 *
 * @param max bytes.
 * @throws {LimioError} `invalid_response`; its cause is a {@link FailedRequest}, see `backendError`
 */
export async function readAnswer(
  { ok, status, body }: Response,
  { href: url, origin }: URL,
  max: number,
  signal: AbortSignal,
): Promise<unknown> {
  const text = await readCapped(body, max, signal);
  const answer = parse(text);
  if (ok && answer !== undefined) return answer;
  const { code, fields, until } = Object(answer) as { code?: unknown; fields?: unknown; until?: unknown };
  const cause: FailedRequest = { url, status, ...(!ok && { code, fields: texts(fields), until }) };
  const fault = !ok
    ? `answered ${status}`
    : text === undefined
      ? `sent more than ${max} bytes`
      : 'sent no JSON';
  throw new LimioError('invalid_response', `${origin} ${fault}.`, { cause });
}

/**
 * The error for whatever a request, or the reading of its answer, was ended by.
 *
 * @returns `network`, `timeout`, or the error itself
 */
export function requestError(error: unknown, { href: url, origin }: URL): LimioError {
  if (error instanceof LimioError) return error;
  if ((error as Error | undefined)?.name === 'TimeoutError')
    return new LimioError('timeout', `${origin} took too long.`);
  const cause: FailedRequest = { url };
  return new LimioError('network', `${origin} cannot be reached. Check the address.`, { cause });
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const texts = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
