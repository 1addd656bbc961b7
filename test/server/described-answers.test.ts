import { Ajv, type AnySchema } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { limioBackend } from '../../src/server/backend.ts';
import { listen, type Listening } from '../../src/server/node/listen.ts';
import { EVERY_ROUTE, FAULTY_ROUTES, headersFor } from './every-fault-setup.ts';
import { CREDENTIALS } from './pretend-limio.ts';
import { HERE } from './setup.ts';

interface Described {
  content?: Record<string, { schema: { $ref?: string } & AnySchema }>;
  headers?: Record<string, object>;
}

type Method = 'get' | 'post' | 'put';

interface Document {
  paths: Record<string, Partial<Record<Method, { responses: Record<string, Described> }>>>;
  components: { schemas: Record<string, AnySchema> };
}

let server: Listening;
let limio: Awaited<ReturnType<typeof serveSandbox>>;
let document: Document;
const ajv = new Ajv({ strict: false, allErrors: true });

beforeAll(async () => {
  limio = await serveSandbox();
  const { fetch: answer } = limioBackend({
    ...EVERY_ROUTE,
    agents: { publicUrl: HERE, mcp: 'full', ucp: true },
    limio: { tenant: limio.origin, credentials: () => CREDENTIALS },
    limits: { requests: { points: 20, seconds: 60 } },
  });
  // Each test is a caller of its own.
  const backend = {
    fetch: (request: Request) => answer(request, { address: request.headers.get('x-caller') ?? '' }),
  };
  server = await listen(backend as never, { port: 0 });
  document = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document;
  ajv.addSchema({ $id: 'document', components: document.components });
});
afterAll(async () => {
  await server.close(0);
  await limio.close();
});

/** Headers that only say how an answer is to be read, kept or carried. */
const OF_EVERY_ANSWER =
  /^(content-(type|length|encoding|security-policy)|date|connection|keep-alive|transfer-encoding|cache-control|vary|access-control-.*|x-content-type-options|x-robots-tag|referrer-policy)$/;

/** What an answer holds that the description does not say of it. */
async function undescribed(
  method: string,
  path: string,
  headers: HeadersInit,
  body?: string,
): Promise<string[]> {
  const init = { method, headers, redirect: 'manual', ...(body !== undefined && { body }) } as const;
  const answer = await fetch(server.url + path, init);
  const text = await answer.text();
  const { pathname } = new URL(path, server.url);
  const isIts = (each: string) =>
    new RegExp(`^${each.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname);
  const route = document.paths[Object.keys(document.paths).find(isIts) ?? ''];
  const found = route?.[method.toLowerCase() as Method]?.responses[answer.status];
  if (!found) return [`${answer.status}`];
  const wrong = [...answer.headers.keys()]
    .filter((name) => !OF_EVERY_ANSWER.test(name) && !(name in (found.headers ?? {})))
    .map((name) => `${answer.status} with ${name}`);
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = found.content?.[type]?.schema;
  if (!schema !== !text) return [...wrong, `${answer.status} as ${type || 'nothing'}`];
  if (!schema?.$ref) return wrong;
  const isRight = ajv.getSchema(`document${schema.$ref}`)!;
  return isRight(JSON.parse(text))
    ? wrong
    : [...wrong, `${answer.status}: ${ajv.errorsText(isRight.errors)}`];
}

// prettier-ignore
const READ = [
  '/offers', '/offers?format=md', '/offers?attributes.unknown=1', '/llms.txt', '/offers.md', '/buy/team', '/buy/nothing-of-ours',
  '/go/x', '/go/0123456789ABCDEFGHJKMNPQ', '/health/live', '/health/ready', '/openapi.json', '/agent/openapi.json',
  '/.well-known/ard.json', '/.well-known/ai-catalog.json', '/.well-known/ucp', '/mcp/server-card', '/plan-changes/x',
];
test.for(READ)('what GET %s answers is described', async (path) => {
  const [as, unchanged] = [headersFor(path), { ...headersFor(path), 'if-none-match': '*' }];
  for (const headers of [{}, as, unchanged]) expect(await undescribed('GET', path, headers)).toEqual([]);
});

const MESSAGES = [
  { method: 'tools/list', id: 1 },
  { method: 'tools/call', id: 1, params: { name: 'list_offers', arguments: {} } },
  { method: 'nothing/like-it', id: 1 },
  { method: 'notifications/initialized' },
].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
const ASKED: Record<string, string[]> = { 'POST /mcp': MESSAGES, 'POST /ucp/mcp': MESSAGES };
for (const { ask, first } of FAULTY_ROUTES)
  if (!first) {
    const { method, path, body } = ask('');
    if (body) ASKED[`${method} ${path}`] = [JSON.stringify(body)];
  }
// prettier-ignore
const SENT = [
  ...Object.keys(ASKED),
  'POST /agent/purchase-links', 'POST /agent/checkout-states', 'POST /go/x', 'POST /partner/checkouts/x/validate',
  'PUT /partner/checkouts/x', 'PUT /plan-changes/x',
];
const JSON_TYPE = { 'content-type': 'application/json' };
test.for(SENT)('what %s answers is described, refusals of every kind as well', async (what) => {
  const [method = '', path = ''] = what.split(' ');
  const caller = { 'x-caller': `192.0.2.${SENT.indexOf(what)}` };
  const own = { ...headersFor(path), ...caller, ...JSON_TYPE };
  const wrong = new Set<string>();
  const note = async (headers: HeadersInit, body: string) => {
    for (const each of await undescribed(method, path, headers, body)) wrong.add(each);
  };
  for (const body of [...(ASKED[what] ?? []), '{}', '[]', '{', '', '"x"']) await note(own, body);
  await note(own, ' '.repeat(600_000));
  await note({ ...own, 'content-type': 'text/plain' }, '{}');
  await note({ ...own, origin: 'https://evil.example' }, '{}');
  await note({ ...caller, ...JSON_TYPE }, '{}');
  for (let n = 0; n < 21; n++) await note(own, '{}');
  expect([...wrong]).toEqual([]);
});
