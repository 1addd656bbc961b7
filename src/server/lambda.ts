import type { FailureAnswer } from '../contract/checkout.ts';
import { STATUS, type FailureCode } from '../contract/failure.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import type { LimioBackend } from './backend.ts';
import { JSON_HEADERS } from './routes/answers.ts';

/**
 * What a function URL or an HTTP API hands to a function, as far as it is used here.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export interface LambdaEvent {
  rawPath: string;
  rawQueryString?: string;
  /** Kept apart from the headers, one a cookie. */
  cookies?: string[];
  headers?: Record<string, string | undefined>;
  requestContext: { domainName: string; http: { method: string; sourceIp: string } };
  body?: string;
  isBase64Encoded?: boolean;
}

/** What a function answers to it. */
export interface LambdaAnswer {
  statusCode: number;
  headers: Record<string, string>;
  cookies: string[];
  body: string;
  isBase64Encoded?: boolean;
}

/** Methods that a `Request` must not have at all. */
const FORBIDDEN = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * Makes a backend the handler of a Lambda function behind a function URL, or an HTTP API with payload format 2.0.
 *
 * @returns throws {LimioError} `config` for any other event
 *
 * @example
 * export const handler = lambdaHandler(limioBackend(optionsFrom(process.env)));
 */
export const lambdaHandler =
  (backend: Pick<LimioBackend, 'fetch'>) =>
  async (event: LambdaEvent): Promise<LambdaAnswer> => {
    const { http } = (event as Partial<LambdaEvent> | null)?.requestContext ?? {};
    if (!http || typeof event.rawPath !== 'string')
      throw new LimioError(
        'config',
        'The event is none of a function URL, nor of an HTTP API with payload format 2.0. Put one of them in front of the function, in place of a REST API, a load balancer or a schedule.',
      );
    const { method, sourceIp } = http;
    if (FORBIDDEN.has(method.toUpperCase())) return refused('method_not_allowed');
    let request: Request;
    try {
      request = requestOf(event, method);
    } catch {
      // A header in letters that none may have, or a body that is no base64.
      return refused('bad_request');
    }
    const response = await backend.fetch(request, { address: sourceIp });
    const cookies = response.headers.getSetCookie();
    const { 'set-cookie': _, ...headers } = Object.fromEntries(response.headers);
    const answer = { statusCode: response.status, headers, cookies };
    // What is compressed is no text.
    if (!response.headers.has('content-encoding')) return { ...answer, body: await response.text() };
    return { ...answer, body: base64Of(await response.arrayBuffer()), isBase64Encoded: true };
  };

const refused = (code: FailureCode): LambdaAnswer => ({
  statusCode: STATUS[code],
  headers: JSON_HEADERS,
  cookies: [],
  body: JSON.stringify({ code, requestId: crypto.randomUUID() } satisfies FailureAnswer),
});

function requestOf(event: LambdaEvent, method: string): Request {
  const { rawPath, rawQueryString, cookies, body, isBase64Encoded, requestContext } = event;
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers ?? {}))
    if (value !== undefined) headers.set(name, value);
  if (cookies) headers.set('cookie', cookies.join('; '));
  const query = rawQueryString ? `?${rawQueryString}` : '';
  // A `Request` with one of these methods has no body; a client may send one all the same.
  const content = body === undefined || method === 'GET' || method === 'HEAD' ? null : body;
  return new Request(`https://${requestContext.domainName}${rawPath}${query}`, {
    method,
    headers,
    body: content !== null && isBase64Encoded ? bytesOf(content) : content,
  });
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  // No call may have more arguments than a stack holds.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
