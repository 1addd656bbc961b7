import { failures } from '../described-answers.ts';
import { schemaOf } from '../openapi.ts';
import { failuresOf, type NamedSchema, type Route } from '../route.ts';

/** What is answered instead, flat as everything here. */
const FAILURE = {
  type: 'object',
  description: 'Why it was not done.',
  properties: {
    code: { type: 'string', description: 'Reason, from a closed list' },
    requestId: { type: 'string', description: 'To be quoted when something is reported' },
    say: { type: 'string', description: 'What was wrong and what to do next, in words' },
  },
  required: ['code', 'requestId'],
  additionalProperties: false,
};

/**
 * Describes the flat operations in OpenAPI 3.0.3, so that Salesforce External Services, GPT Actions and others
 * can import it as it is: one absolute server, bearer keys, every operation and every field described, patterns
 * that all languages read, no header but `Authorization`.
 *
 * @param publicUrl https address of the backend, base path included.
 */
export function agentOpenApi(routes: readonly Route[], publicUrl: string): object {
  return {
    openapi: '3.0.3',
    info: {
      title: 'Subscriptions',
      version: '1',
      description: 'Lists the subscriptions of a shop, makes purchase links and opens filled-in checkouts.',
    },
    servers: [{ url: publicUrl }],
    security: [{ key: [] }],
    paths: Object.fromEntries(routes.map((route) => [route.path, { post: operation(route) }])),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key with the scope `agent`.' },
      },
      schemas: {
        Failure: FAILURE,
        ...Object.fromEntries(
          routes.flatMap(({ body, answer }) => [described(body!, 'input'), described(answer, 'output')]),
        ),
      },
    },
  };
}

const described = (schema: NamedSchema<unknown>, io: 'input' | 'output') => [
  schema.name,
  { description: io === 'input' ? 'What is asked for.' : 'The answer.', ...schemaOf(schema, io) },
];

const operation = (route: Route): object => ({
  operationId: route.name,
  summary: route.summary,
  description: route.description,
  'x-openai-isConsequential': route.path === '/agent/checkouts',
  'x-sfdc': { agent: { action: { publishAsAgentAction: true } } },
  requestBody: { required: true, content: contentOf(route.body!.name) },
  responses: {
    200: { description: 'Done.', content: contentOf(route.answer.name) },
    ...failures(failuresOf(route)),
  },
});

const contentOf = (name: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});
