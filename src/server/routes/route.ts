import type * as z from 'zod/mini';
import type { FailureCode } from '../../contract/failure.ts';
import { COUNTRY } from '../../core/customer-rules.ts';
import type { Scope } from '../gate/keys.ts';
import type { Limits } from '../gate/limits.ts';
import type { Access, RequestContext } from '../request-context.ts';
import type { Services } from '../services.ts';

/** A schema and the name it has in the description. */
export interface NamedSchema<T> {
  name: string;
  schema: z.ZodMiniType<T>;
}

/** A parameter in the query or in a header, for the description. */
export interface Parameter {
  name: string;
  in: 'query' | 'header' | 'path';
  description: string;
  schema?: object;
}

/** What a route is called with, checked. */
export interface RouteCall<Body> {
  request: Request;
  /** Parameters of the path, by name. */
  params: Readonly<Record<string, string>>;
  query: (name: string) => string | undefined;
  body: Body;
  context: RequestContext;
}

/** What a status means, and what comes with it, for the description. */
export interface FurtherAnswer {
  description: string;
  /** Media type of its body, as in `types`; left out where it has none. */
  type?: string;
  headers?: Readonly<Record<string, string>>;
}

/**
 * One route: everything that is known of it. The router, the answer 405, the preflight, the name in the log,
 * `/openapi.json` and the tables of the docs are made from it.
 */
export interface Route<Body = unknown, Answer = unknown> {
  /** A verb and a noun. Names the route in the log and, as `operationId`, in the description. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base path, parameters in braces as in OpenAPI: `/plan-changes/{id}`. */
  path: `/${string}`;
  tag: 'shop' | 'agents' | 'callers' | 'operations';
  /** Pages that may call it from a browser: any, those on the list of origins, or none. */
  access: Access;
  /** Asks for a bearer key with this scope. Its label counts the caller, in place of an address. */
  scope?: Scope;
  /** Checks who calls, by Basic authentication in place of a bearer key; gives the name the caller is counted by. */
  authorize?: (request: Request, services: Services) => Promise<string>;
  /** One line for the description. */
  summary: string;
  description?: string;
  parameters?: readonly Parameter[];
  /** What is sent, as JSON. */
  body?: NamedSchema<Body>;
  /** Most bytes of it. Default 16 kB. */
  maxBytes?: number;
  /** It checks its body itself, to refuse it in words of its own: `handle` gets whatever JSON came. */
  checksBody?: true;
  /** What is answered with 200. */
  answer: NamedSchema<Answer>;
  /** Media types of a 200, of which text is no JSON; none where there is no 200. Default JSON alone. */
  types?: readonly string[];
  /** Headers of a 200, by name, beside those that every answer has. */
  headers?: Readonly<Record<string, string>>;
  /** Further statuses that are not answered as failures are, and what they mean. */
  statuses?: Readonly<Record<number, FurtherAnswer>>;
  /** The limit that counts each request by the address it comes from, before its body is read. */
  limit?: keyof Limits;
  /** The codes this route alone may fail with; those of access, body and limit come by themselves. */
  failures: readonly FailureCode[];
  /** What is said to a model, in `say`, where a request fails with one of these codes. */
  refusalWords?: Partial<Record<FailureCode, string>>;
  /** Does the work. A `Response` is sent as it is, anything else as JSON. */
  handle(call: RouteCall<Body>, services: Services): Promise<Answer | Response> | Answer | Response;
}

/** What narrows a list of offers. */
export const LABEL_FILTER: Parameter = {
  name: 'label',
  in: 'query',
  description: 'Only offers with this label.',
};
/** What narrows it to what is sold in a country. */
export const COUNTRY_FILTER: Parameter = {
  name: 'country',
  in: 'query',
  description: 'Only offers sold there, ISO 3166-1 alpha-2.',
  schema: { type: 'string', pattern: COUNTRY.source },
};

/** Asks only whether what is at hand is still what there is. */
export const IF_NONE_MATCH: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: '`etag` of the list at hand.',
};

/** How a caller without a page says that a request is a repetition. */
export const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Up to 255 characters of your own. Requests with the same one make one basket.',
};

/** What a route may fail with that asks Limio. */
export const UPSTREAM = [
  'upstream_unavailable',
  'upstream_timeout',
  'upstream_rejected',
  'upstream_invalid',
] as const;

/** Infers the types of a route from its schemas, so that `handle` is checked against them. */
export const route = <Body = undefined, Answer = unknown>(own: Route<Body, Answer>): Route => own as Route;

/** Every code that a route may fail with. */
export const failuresOf = ({ access, scope, authorize, body, limit, failures }: Route): FailureCode[] => [
  ...(access === 'pages' || access === 'agents' ? (['origin_denied'] as const) : []),
  ...(scope || authorize ? (['key_invalid'] as const) : []),
  ...(body ? (['bad_request', 'timeout', 'too_large', 'unsupported_media_type'] as const) : []),
  ...(limit ? (['rate_limited'] as const) : []),
  ...failures,
  'internal',
];
