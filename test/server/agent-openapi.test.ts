import { describe, expect, test } from 'vitest';
import { STATUS } from '../../src/contract/failure.ts';
import { agentSetup, PUBLIC_URL } from './agent-setup.ts';

interface Schema {
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  items?: Schema;
  pattern?: string;
  $ref?: string;
}

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  parameters?: object[];
  requestBody: object;
  responses: Record<string, { content: Record<string, { schema: Schema }> }>;
  'x-openai-isConsequential': boolean;
}

const text = await (await agentSetup().ask('/agent/openapi.json')).text();
const document = JSON.parse(text) as {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
const operations = Object.values(document.paths).flatMap((path) => Object.entries(path));
const { schemas } = document.components;
const objects = Object.values(schemas)
  .flatMap((schema) => [schema, ...nested(schema)])
  .filter(({ properties }) => properties);

/** Words that are written as names of operations are, but for codes of failures. */
const namedIn = (words: string): string[] =>
  (words.match(/\b[a-z]+(?:_[a-z]+)+\b/g) ?? []).filter((word) => !(word in STATUS));

function nested(schema: Schema): Schema[] {
  const inside = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return inside.flatMap((each) => [each, ...nested(each)]);
}

const all = Object.values(schemas).flatMap((schema) => [schema, ...nested(schema)]);

// Rules of Salesforce External Services, MuleSoft's topic and action enablement, and OpenAI's actions.
describe('what agent platforms import', () => {
  test('is OpenAPI 3.0 with one absolute server, and small', () => {
    expect(document.openapi).toMatch(/^3\.0\.\d$/);
    expect(document.servers).toEqual([{ url: PUBLIC_URL }]);
    expect(text.length).toBeLessThan(100_000);
  });

  test('names every operation once, as Apex can', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_]{1,59}$/);
  });

  test('says of each operation when to use it, in at most 300 characters', () => {
    for (const [, { summary, description }] of operations) {
      expect(summary).not.toBe('');
      expect(description).toMatch(/\bUse it (first|when|only when)\b/);
      expect(Math.max(summary.length, description.length)).toBeLessThanOrEqual(300);
    }
  });

  // prettier-ignore
  const refused: Array<[what: string, path: string, body: object, name: string]> = [
    ['an invented path',      '/agent/purchase-links',  { paths: ['/offers2/Quantum'] },                    'list_offers'],
    ['no path',               '/agent/checkouts',       {},                                                 'list_offers'],
    ['a field of no list',    '/agent/offers',          { price: '1' },                                     'list_offers'],
    ['a field of no link',    '/agent/purchase-links',  { price: '1', paths: ['/offers2/Pro'] },            'make_purchase_link'],
    ['a field of no order',   '/agent/checkouts',       { price: '1', paths: ['/offers2/Pro'] },            'open_checkout'],
    ['a field of no state',   '/agent/checkout-states', { price: '1', checkoutId: 'c-1' },                  'check_checkout'],
    ['more than may be made', '/agent/checkouts',       { paths: ['/offers2/Pro'], email: 'a@example.com' }, 'make_purchase_link'],
  ];
  test.for(refused)('calls operations by their names where it refuses %s', async ([, path, body, name]) => {
    const { send } = agentSetup({ limits: { all: { points: 0, seconds: 60 } } });
    const { say } = (await send(path, body)).body as { say: string };
    expect(namedIn(say)).toEqual([name]);
    expect(operations.map(([, { operationId }]) => operationId)).toContain(name);
  });

  test('calls operations by their names in all that it describes', () => {
    const described = [...text.matchAll(/"(?:description|summary)":"((?:[^"\\]|\\.)*)"/g)].map(
      ([, words]) => words!,
    );
    const names = new Set(described.flatMap(namedIn));
    expect(names).toContain('list_offers');
    expect(operations.map(([, { operationId }]) => operationId)).toEqual(expect.arrayContaining([...names]));
  });

  test('sends a body with POST, and no header but the key', () => {
    for (const [method, { parameters, requestBody }] of operations)
      expect([method, parameters, Object.keys(requestBody)]).toEqual([
        'post',
        undefined,
        ['required', 'content'],
      ]);
  });

  test('has one success for each operation, in JSON', () => {
    for (const [, { responses }] of operations) {
      expect(Object.keys(responses).filter((status) => status.startsWith('2'))).toEqual(['200']);
      for (const { content } of Object.values(responses))
        expect(Object.keys(content)).toEqual(['application/json']);
    }
  });

  test('tells what changes something', () => {
    const consequential = operations.filter(([, operation]) => operation['x-openai-isConsequential']);
    expect(consequential.map(([, { operationId }]) => operationId)).toEqual(['open_checkout']);
  });

  test('describes every schema and every field, in at most 700 characters', () => {
    const undescribed = [
      ...Object.entries(schemas),
      ...objects.flatMap(({ properties }) => Object.entries(properties!)),
    ].filter(([, { description }]) => !description || description.length > 700);
    expect(undescribed.map(([name]) => name)).toEqual([]);
  });

  test('names fields as Apex can', () => {
    for (const { properties } of objects)
      for (const name of Object.keys(properties!)) expect(name).toMatch(/^[a-z][A-Za-z0-9]{0,39}$/);
  });

  test('takes and gives no unknown field', () => {
    expect(objects.map(({ additionalProperties }) => additionalProperties)).toEqual(objects.map(() => false));
  });

  test('is flat: values, lists of values, and lists of flat objects', () => {
    for (const schema of Object.values(schemas))
      for (const field of Object.values(schema.properties!)) {
        expect(field.type).toMatch(/^(string|integer|number|boolean|array)$/);
        for (const inner of Object.values(field.items?.properties ?? {}))
          expect(inner.type).toMatch(/^(string|integer|number|boolean)$/);
      }
  });

  test('uses no word that importers stumble over', () => {
    const words = new Set(all.flatMap((schema) => Object.keys(schema)));
    for (const word of [
      'not',
      'anyOf',
      'oneOf',
      'allOf',
      'const',
      '$defs',
      'propertyNames',
      'prefixItems',
      'discriminator',
    ])
      expect(words).not.toContain(word);
    expect(all.filter(({ type }) => Array.isArray(type))).toEqual([]);
  });

  const patterns = [...new Set(all.flatMap(({ pattern }) => pattern ?? []))];

  test('has patterns that JavaScript reads without a flag', () => {
    expect(patterns.length).toBeGreaterThan(1);
    const country = new RegExp(patterns.find((pattern) => pattern.includes('{2}'))!);
    expect([country.test('DE'), country.test('Germany')]).toEqual([true, false]);
    for (const pattern of patterns) expect(pattern).not.toMatch(/\\[pPkXuQ]|\(\?[<!=P]/);
  });
});
