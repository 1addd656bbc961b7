import * as z from 'zod/mini';
import { failureAnswer } from '../../contract/checkout.ts';
import { content, FAILURE_NAME, responses, TEXT } from './described-answers.ts';
import type { NamedSchema, Parameter, Route } from './route.ts';

const TAGS = {
  shop: 'What pages use.',
  agents: 'What agents use.',
  callers: 'What CRMs and other callers with a key use.',
  operations: 'What operators use.',
};

const ORIGIN: Parameter = {
  name: 'Origin',
  in: 'header',
  description: 'One of the origins the backend is set up for. Browsers send it by themselves.',
};

const KEY = {
  type: 'http',
  scheme: 'bearer',
  description: 'A key with the scope of the operation; `npx limio-offers key` makes one.',
};

const BASIC = {
  type: 'http',
  scheme: 'basic',
  description: 'Name and password that the backend is set up with.',
};

const FAILURE: NamedSchema<unknown> = { name: FAILURE_NAME, schema: failureAnswer };

/**
 * Describes routes in OpenAPI 3.0, from the very values that the router is made from, so that tools can be
 * made from it: a client, a test, an action of an agent. 3.0 and not 3.1, as Salesforce imports nothing newer.
 *
 * @param basePath path the routes are under.
 * @see https://spec.openapis.org/oas/v3.0.3.html
 */
export function openApi(routes: readonly Route[], basePath: string) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  const schemes = {
    ...(routes.some(({ scope }) => scope) && { key: KEY }),
    ...(routes.some(({ authorize }) => authorize) && { basic: BASIC }),
  };
  const schemas: Record<string, object> = { [FAILURE.name]: schemaOf(FAILURE, 'output') };
  for (const { body, answer } of routes) {
    if (body) schemas[body.name] = schemaOf(body, 'input');
    schemas[answer.name] = schemaOf(answer, 'output');
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'limio-offers backend',
      version: '1',
      description:
        'Lists what a shop sells and opens pre-filled checkouts. Every checkout can be replaced by a purchase link.',
      license: { name: 'MIT' },
    },
    servers: [{ url: basePath || '/' }],
    security: [],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas,
      ...(Object.keys(schemes).length && { securitySchemes: schemes }),
    },
  };
}

function operation(route: Route): object {
  const { name, tag, summary, description, access, scope, authorize, body } = route;
  const parameters = [...inPath(route), ...(route.parameters ?? [])];
  const all = access === 'pages' ? [ORIGIN, ...parameters] : parameters;
  return {
    operationId: name,
    summary,
    ...(description && { description }),
    tags: [tag],
    ...(scope && { security: [{ key: [] }] }),
    ...(authorize && { security: [{ basic: [] }] }),
    ...(all.length && {
      parameters: all.map((parameter) => ({
        schema: TEXT,
        ...parameter,
        ...(isRequired(parameter, route) && { required: true }),
      })),
    }),
    ...(body && { requestBody: { required: true, ...content(['application/json'], body.name) } }),
    responses: responses(route),
  };
}

/** A page's browser leaves its origin out of a read within one site alone. */
const isRequired = (parameter: Parameter, { method }: Route): boolean =>
  parameter === ORIGIN ? method !== 'GET' : parameter.in === 'path';

/** The parameters that stand in the path; a route may describe them in words of its own. */
const inPath = ({ path, parameters = [] }: Route): Parameter[] =>
  [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']): Parameter => ({ name, in: 'path', description: `The ${name} in the path.` }))
    .filter(({ name }) => !parameters.some((own) => own.in === 'path' && own.name === name));

/** A schema as OpenAPI 3.0 knows it, for what goes in or for what comes out. */
export function schemaOf({ schema }: NamedSchema<unknown>, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'openapi-3.0',
    override: ({ jsonSchema }) => {
      // Names of zod's own, which tools do not know; a pattern beside them says the same.
      if (/^(starts_with|regex)$/.test(jsonSchema.format ?? '')) delete jsonSchema.format;
      if (Math.abs(jsonSchema.minimum ?? 0) === Number.MAX_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      // OpenAPI 3.0 has no word for a pattern of names.
      delete jsonSchema.propertyNames;
    },
  });
  return rest;
}
