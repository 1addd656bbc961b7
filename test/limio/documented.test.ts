import { expect, test } from 'vitest';
import { limioClient } from '../../src/limio/client.ts';
import { DOCUMENTED, fieldsOf, replySchema, requestSchema, sample } from './documented.ts';

/** A client whose every call is answered with `reply`, and what it sent. */
function setup(reply: unknown) {
  const sent: { headers: Headers; body: unknown }[] = [];
  const client = limioClient({
    tenant: 'limio.test',
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.url.endsWith('/oauth2/token'))
        return Response.json({ access_token: 'token', token_type: 'Bearer' });
      const text = await request.text();
      sent.push({ headers: request.headers, body: text && (JSON.parse(text) as unknown) });
      return Response.json(reply);
    },
  });
  return { client, sent };
}

const options = () => ({ signal: AbortSignal.timeout(5000) });

/** What the client cannot do without, by operation. Everything else may come in any shape. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  initiateCheckout: ['id', 'recoveryLink'],
  renewCheckout: ['id'],
  applyPromoCode: ['id'],
  updateBasket: ['id'],
  abandonedBaskets: ['items'],
  initiatePartnerCheckout: ['id'],
  updatePartnerCheckout: ['id'],
  validatePartnerCheckout: ['id', 'invalid', 'invalid.blockedProducts'],
};

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((node, key) => (node as Record<string, unknown> | undefined)?.[key], value);

/** The same value with one field replaced. */
const replaced = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
};

/** A body with every documented field, but for those that only Limio writes. */
function bodyOf(method: string, path: string): never {
  const schema = requestSchema(method, path);
  const isWritten = (key: string) => !['price', 'orderLineItem', 'effective_date'].includes(key);
  const body = JSON.stringify(schema ? sample(schema) : {}, (key, value: unknown) =>
    isWritten(key) ? value : undefined,
  );
  return JSON.parse(body) as never;
}

test.for(DOCUMENTED)('%s takes every documented field and sends it', async ([, method, path, send]) => {
  const { client, sent } = setup(sample(replySchema(method, path)));
  const body = bodyOf(method, path);
  await send(client, body, options());
  expect(sent).toHaveLength(1);
  if (requestSchema(method, path)) expect(sent[0]!.body).toEqual(body);
});

test.for(DOCUMENTED)('%s gives every documented field back', async ([name, method, path, send]) => {
  const reply = sample(replySchema(method, path)) as Record<string, unknown>;
  const given = await send(setup(reply).client, bodyOf(method, path), options());
  if (name === 'abandonedBaskets') expect(given).toMatchObject({ items: reply['items'] });
  else expect(given).toEqual(reply);
});

const fields = DOCUMENTED.flatMap(([name, method, path, send]) =>
  fieldsOf(replySchema(method, path)).map((field) => ({
    name,
    method,
    path,
    send,
    at: field.path,
    field: field.path.join('.'),
    wrong: field.isObject ? 7 : { not: 'documented' },
  })),
);

test.for(fields)(
  '$name: $field is typed, and of another type it is left out or refused',
  async ({ name, method, path, send, at, field, wrong }) => {
    for (const value of [wrong, null]) {
      const { client } = setup(replaced(sample(replySchema(method, path)), at, value));
      const outcome = await send(client, bodyOf(method, path), options()).catch(
        (error: { code: string; message: string }) => error,
      );
      if (NEEDED[name]?.includes(field)) {
        expect(outcome).toMatchObject({ code: 'upstream_invalid' });
        expect((outcome as Error).message).toContain(field);
      } else {
        expect(outcome).not.toBeInstanceOf(Error);
        expect(valueAt(outcome, at)).toBeUndefined();
      }
    }
  },
);
