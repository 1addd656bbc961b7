import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { STATUS } from '../../src/contract/failure.ts';
import { openApi } from '../../src/server/routes/openapi.ts';
import { PLAN_ROUTES } from '../../src/server/routes/plan-changes.ts';
import { route } from '../../src/server/routes/route.ts';
import { ROUTES } from '../../src/server/routes/table.ts';
import { checkout, ORIGIN, setup } from './setup.ts';

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: object[];
  responses: Record<string, object>;
}

const document = openApi(ROUTES, '/limio');
const operationOf = (path: string, method: string) => document.paths[path]![method] as Operation;

/** Checks a value by one of the document's schemas. */
const ajv = new Ajv2020({ strict: true, allErrors: true });
const isA = (name: string, value: unknown) => {
  const validate = ajv.compile(document.components.schemas[name] as AnySchema);
  return validate(value) ? [] : validate.errors;
};

describe('/openapi.json', () => {
  test('is valid by the schema of OpenAPI 3.0, which more tools read than 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.0');
  });

  test('is served, to anybody, with the path the routes are under', async () => {
    const { get } = setup({ basePath: '/limio' });
    expect(await (await get('/limio/openapi.json', {})).json()).toEqual(JSON.parse(JSON.stringify(document)));
    expect(document.servers).toEqual([{ url: '/limio' }]);
  });

  test('names each operation once, and describes it', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { summary, tags } of operations) {
      expect(summary).toMatch(/^[A-Z]/);
      expect(document.tags.map(({ name }) => name)).toContain(tags[0]);
    }
  });

  test('knows every status a checkout can end in', () => {
    const described = Object.keys(operationOf('/checkouts', 'post').responses).map(Number);
    const others = [401, 404, 405].filter((status) => !described.includes(status));
    expect(others).toEqual([401, 405]);
    for (const [code, status] of Object.entries(STATUS))
      if (!/^(method_not_allowed|key_invalid|subscription_\w+)$/.test(code))
        expect(described).toContain(status);
  });

  test('describes what is really sent and answered', async () => {
    const { post, get } = setup();
    const request = checkout({
      customer: { email: 'ada@example.com' },
      promoCode: 'SAVE20',
      carry: { utm_source: 'x' },
      country: 'DE',
    });
    expect(isA('CheckoutRequest', request)).toEqual([]);
    expect(isA('CheckoutAnswer', await (await post(request)).json())).toEqual([]);
    expect(isA('OfferList', await (await get('/offers')).json())).toEqual([]);
    expect(isA('Failure', await (await post('{')).json())).toEqual([]);
  });

  test('refuses what the backend refuses', () => {
    expect(isA('CheckoutRequest', checkout({ price: 1 }))).not.toEqual([]);
    expect(isA('CheckoutRequest', checkout({ items: [{ path: 'Pro' }] }))).not.toEqual([]);
    expect(isA('CheckoutRequest', checkout({ customer: { country: 'Germany' } }))).not.toEqual([]);
  });

  test('describes any route: its parameters, what it takes and what it may fail with', async () => {
    const own = route<{ text: string }, { id: string }>({
      name: 'changeThing',
      method: 'PUT',
      path: '/things/{id}',
      tag: 'shop',
      access: 'anyone',
      summary: 'Changes a thing',
      body: { name: 'ThingRequest', schema: z.strictObject({ text: z.string() }) },
      answer: { name: 'Thing', schema: z.object({ id: z.string() }) },
      limit: 'requests',
      failures: ['offer_changed'],
      handle: ({ params }) => ({ id: params['id'] ?? '' }),
    });
    const described = openApi([own], '');
    expect(await new Validator().validate(structuredClone(described))).toEqual({ valid: true });
    const { parameters, responses } = described.paths['/things/{id}']!['put'] as Operation;
    expect(parameters).toEqual([expect.objectContaining({ name: 'id', in: 'path', required: true })]);
    expect(Object.keys(responses)).toEqual(['200', '400', '408', '409', '413', '415', '429', '500']);
  });

  test('tells whoever is no browser that an origin is needed', async () => {
    expect(operationOf('/checkouts', 'post').parameters).toEqual([
      expect.objectContaining({ name: 'Origin', in: 'header', required: true }),
    ]);
    expect((await setup().post(checkout(), { origin: ORIGIN })).status).toBe(200);
  });

  test('and that a page of the same site reads without one', () => {
    const { get } = openApi(PLAN_ROUTES, '').paths['/plan-changes/{id}'] as { get: Operation };
    const origins = get.parameters!.filter((parameter) => 'name' in parameter && parameter.name === 'Origin');
    expect(origins).toEqual([expect.not.objectContaining({ required: true })]);
  });
});
