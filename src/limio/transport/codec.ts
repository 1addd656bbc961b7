import * as z from 'zod/mini';
import { LimioError } from '../../core/errors/limio-error.ts';
import { shopOrigin } from '../../core/link/shop.ts';
import type { Answer } from './fetch-json.ts';
import type { Operation, Outgoing } from '../operations/operation.ts';
import { callError } from './call-error.ts';
import { codeForStatus, UpstreamError } from './upstream-error.ts';

/** Turns typed input into a request, and a reply into typed output. */

/**
 * @param tenant host of the app, or its origin; plain http on loopback only.
 * @throws {LimioError} `config`
 */
export function appOrigin(tenant: string): string {
  try {
    return shopOrigin(tenant);
  } catch {
    throw new LimioError(
      'config',
      'config: `tenant` is not an https host. Use the host of the app, such as acme.prod.limio.com.',
    );
  }
}

/** @throws {LimioError} `bad_request`, naming the fields, never their values */
export function readInput<In extends z.ZodMiniType>(
  { name, input }: Operation<In, z.ZodMiniType>,
  given: z.input<In>,
): z.output<In> {
  const { success, data, error } = z.safeParse(input, given);
  if (success) return data;
  throw callError('bad_request', name, `look at ${fields(error)}`);
}

/** @throws {UpstreamError} the operation's refusal, or {LimioError} `upstream_invalid` */
export function readReply<In extends z.ZodMiniType, Out extends z.ZodMiniType>(
  { name, reply, refusal }: Operation<In, Out>,
  { status, json, reason }: Answer,
  input: z.output<In>,
): z.output<Out> {
  if (status >= 300) {
    const code = refusal?.({ status, reason }, input) ?? codeForStatus(status);
    throw new UpstreamError(code, name, { status, reason });
  }
  const { success, data, error } = z.safeParse(reply, json);
  if (success) return data;
  throw callError('upstream_invalid', name, `look at ${fields(error)}`);
}

const fields = ({ issues }: z.core.$ZodError): string =>
  [...new Set(issues.map(({ path }) => path.join('.') || 'the whole'))].slice(0, 10).join(', ');

/** `URLSearchParams` would write a space as a plus, which no Limio example does. */
export function apiUrl(origin: string, { path, query = {} }: Outgoing): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value!)}`);
  return `${origin}/api${path}${pairs.length ? `?${pairs.join('&')}` : ''}`;
}

export function headers({ headers = {}, body }: Outgoing, token: string): Record<string, string> {
  const own = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return {
    ...Object.fromEntries(own),
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    authorization: `Bearer ${token}`,
  };
}

/**
 * The cookies of an answer as a browser sends them back: the last of each name, none that is taken away, and none in
 * letters that no header may have.
 */
export function cookies(answer: Headers): string {
  const kept = new Map<string, string>();
  for (const cookie of answer.getSetCookie()) {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = ''] = pair.split('=', 1);
    if (attributes.some(isOver)) kept.delete(name);
    else if (/^[\x20-\x7e]+$/.test(pair)) kept.set(name, pair);
  }
  return [...kept.values()].join('; ');
}

/** Whether an attribute of a cookie ends it at once. https://www.rfc-editor.org/rfc/rfc6265#section-5.2 */
function isOver(attribute: string): boolean {
  const [, name = '', value = ''] = /^(max-age|expires)\s*=\s*(.*)$/i.exec(attribute) ?? [];
  return /^e/i.test(name) ? Date.parse(value) <= Date.now() : /^(0+|-\d+)$/.test(value);
}
