import { beforeAll, expect, test } from 'vitest';
import { ask, changes, ids, TEAM, WRONG, type Json, type Row } from './every-field-setup.ts';
import { published } from './keyed-setup.ts';
import { idOf } from './plan-setup.ts';

const SUPPORT = '/add_ons/Desk Priority Support';

const customer = {
  email: 'zoë+desk@exämple.com',
  firstName: 'Zoë',
  lastName: 'O’Neill',
  company: '株式会社',
  phone: '+44 20 7946 0000',
  country: 'GB',
};
const tracking = { deal: { lines: [1] } };

const rows: readonly Row[] = [
  {
    route: 'POST /checkouts',
    body: {
      attemptId: 'an-attempt-with-every-field',
      items: [{ path: TEAM, quantity: 3, version: published(TEAM).version }, { path: SUPPORT }],
      customer,
      country: 'GB',
      promoCode: 'SAVE20',
      carry: { utm_source: 'x' },
    },
  },
  {
    route: 'POST /quotes',
    body: {
      items: [
        { path: TEAM, quantity: 3, version: published(TEAM).version },
        { ...published(SUPPORT), type: 'add_on', quantity: 1, parent: TEAM },
      ],
      account: { accountId: '001', contactId: '003', userId: '005' },
      customer,
      country: 'GB',
      promoCode: 'SAVE20',
      expiresAfter: { days: 14 },
      page: '/checkout',
      source: 'shop',
      externalId: 'Q-1',
      tracking,
    },
  },
  {
    route: 'POST /renewals',
    body: {
      subscriptionReference: 'A-1001',
      verify: { email: 'ada@example.com', address: { postalCode: 'SW1Y 4JH' } },
      expiresAfter: { days: 14 },
      page: '/renewal',
      externalId: 'R-1',
    },
  },
  {
    route: 'POST /partner/checkouts',
    body: {
      items: [
        { path: TEAM, quantity: 3, version: published(TEAM).version },
        { path: SUPPORT, parent: TEAM },
      ],
      customer,
      country: 'GB',
      externalId: 'P-1',
      tracking,
    },
  },
  {
    route: 'PUT /partner/checkouts/{id}',
    body: {
      actions: [
        { action: 'add', offerId: idOf('Priority Support'), quantity: 1 },
        { action: 'change_quantity', itemId: 'item-1', quantity: 2 },
        { action: 'remove', itemId: 'item-1' },
      ],
    },
  },
  {
    route: 'POST /plan-changes',
    body: {
      attemptId: 'an-attempt-of-a-subscriber',
      subscription: 'sub-many',
      plan: idOf('Team Monthly'),
      recaptcha: 'token',
    },
  },
  {
    route: 'PUT /plan-changes/{id}',
    body: {
      offer: idOf('Business Monthly'),
      quantity: 3,
      add: idOf('Storage 100 GB'),
      remove: idOf('Priority Support'),
      recaptcha: 'token',
    },
  },
];

/** Every field of a body, by its path. */
const fieldsIn = (value: unknown, path: readonly string[] = []): string[][] => [
  ...(path.length ? [[...path]] : []),
  ...(value && typeof value === 'object'
    ? Object.entries(value).flatMap(([name, each]) => fieldsIn(each, [...path, name]))
    : []),
];

/** A copy with another value at a path. */
function withValue(body: Json, path: readonly string[], value: unknown): Json {
  const copy = structuredClone(body);
  const parent = path.slice(0, -1).reduce((at, name) => at[name] as Json, copy);
  parent[path.at(-1)!] = value;
  return copy;
}

/** What is right all the same: any JSON that is tracked, nothing of what may be left out, marks in what a person typed, the present plan. */
const isFine = (field: string, kind: string): boolean =>
  (kind === 'a turn of direction' && /(^carry|Name|company|postalCode)/.test(field)) ||
  field.startsWith('tracking.deal') ||
  (kind === 'an object' && /^(customer|carry|tracking|verify|verify\.address)$/.test(field)) ||
  (kind === 'nothing' && field === 'offer');

/** Whether one of two fields holds the other. */
const isOf = (one: string, other: string) =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

beforeAll(async () => {
  const change = { attemptId: 'an-attempt-before-the-others', subscription: 'sub-1' };
  ids['/partner/checkouts/{id}'] = (await ask('POST /partner/checkouts', { items: [{ path: TEAM }] })).id!;
  ids['/plan-changes/{id}'] = (await ask('POST /plan-changes', change)).id!;
});

const fields = rows.flatMap(({ route, body }) =>
  fieldsIn(body).map((path) => [route, path.join('.'), body] as const),
);

test.for(fields)(
  '%s refuses whatever is wrong in %s by its name, and nothing is sent',
  async ([route, field, body]) => {
    for (const [kind, value] of Object.entries(WRONG)) {
      if (isFine(field, kind)) continue;
      const before = changes().length;
      const {
        status,
        code = '',
        fields: named = [],
      } = await ask(route, withValue(body, field.split('.'), value));
      expect([400, 404, 409], kind).toContain(status);
      expect(['bad_request', 'offer_unavailable', 'offer_changed'], kind).toContain(code);
      expect(
        named.some((name) => isOf(name, field)),
        `${kind}: ${named.join()}`,
      ).toBe(true);
      expect(changes().length, kind).toBe(before);
    }
  },
);

test.for(rows)('$route takes all of its fields at once, and no other', async ({ route, body }) => {
  const refused = await ask(route, { ...body, price: 1 });
  expect(refused).toMatchObject({ status: 400, code: 'bad_request', fields: ['price'] });
  expect(await ask(route, body)).toMatchObject({ status: 200 });
});
