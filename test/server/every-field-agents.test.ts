import { expect, test } from 'vitest';
import { ask, changes, fetch, TEAM, WRONG, type Row } from './every-field-setup.ts';
import { HERE } from './setup.ts';

/** What models ask. They are told what is wrong in words, and what they leave empty is not given. */
const agentRows: readonly Row[] = [
  {
    route: 'POST /agent/offers',
    body: { label: 'monthly', where: ['group__limio=monthly'], country: 'GB', quantity: 3, limit: 5 },
  },
  {
    route: 'POST /agent/purchase-links',
    body: { paths: [TEAM], promoCode: 'SAVE20', page: '/chat-checkout' },
  },
  {
    route: 'POST /agent/checkouts',
    body: {
      paths: [TEAM],
      quantity: 3,
      email: 'zoë+desk@exämple.com',
      firstName: 'Zoë',
      lastName: 'O’Neill',
      company: '株式会社',
      country: 'GB',
      promoCode: 'SAVE20',
      page: '/chat-checkout',
      validHours: 24,
    },
  },
  { route: 'POST /agent/checkout-states', body: { checkoutId: 'X' } },
];

/** What a model may send all the same: nothing, a question that finds nothing, marks in what a person typed. */
const isFineForAgents = (field: string, kind: string): boolean =>
  (/^(nothing|no text)$/.test(kind) && !/^(paths|checkoutId)/.test(field)) ||
  (/^(label|checkoutId)$/.test(field) && /^(a blank|a second line|half a|a turn)/.test(kind)) ||
  (/Name|company/.test(field) && kind === 'a turn of direction');

const ofAgents = agentRows.flatMap(({ route, body }) =>
  Object.keys(body).map((field) => [route, field, body] as const),
);
test.for(ofAgents)(
  '%s tells a model what is wrong in %s, and nothing is sent',
  async ([route, field, body]) => {
    for (const [kind, value] of Object.entries(WRONG)) {
      const before = changes().length;
      const { status, code = '', say = '' } = await ask(route, { ...body, [field]: value });
      if (isFineForAgents(field, kind)) {
        expect(status, kind).toBe(200);
        continue;
      }
      expect([400, 404], kind).toContain(status);
      expect(['bad_request', 'offer_unavailable'], kind).toContain(code);
      expect(say, kind).toMatch(new RegExp(`\\b${field}\\b|is not on sale|That page cannot be chosen`));
      expect(changes().length, kind).toBe(before);
    }
  },
);

test.for(agentRows)('$route takes all of its fields at once, and no other', async ({ route, body }) => {
  const refused = await ask(route, { ...body, price: 1 });
  expect(refused).toMatchObject({ status: 400, code: 'bad_request' });
  expect(refused.say).toContain(Object.keys(body).join(', '));
  expect(await ask(route, body)).toMatchObject({ status: 200 });
});

test('POST /webhooks/limio takes any object whose event has a name, and no other', async () => {
  const order = { id: 'basket-1', offers: [] };
  for (const [kind, event] of Object.entries(WRONG)) {
    const { status, fields } = await ask('POST /webhooks/limio', { event, order });
    const isNamed = /^(a text without|a second line|a turn)/.test(kind);
    expect([status, fields?.join()], kind).toEqual(isNamed ? [200, undefined] : [400, 'event']);
    expect((await ask('POST /webhooks/limio', { event: 'x', order: event, [kind]: event })).status).toBe(200);
  }
});

test.for(['label', 'country', 'path', 'format', 'attributes.group__limio', 'anything'])(
  'GET /offers finds nothing, or says so, whatever is wrong in %s',
  async (name) => {
    for (const value of Object.values(WRONG)) {
      const query = new URLSearchParams([[name, String(value)]]);
      const response = await fetch(new Request(`${HERE}/offers?${query}`));
      const { code = 'ok' } = (await response.json()) as { code?: string };
      expect(['200 ok', '400 bad_request']).toContain(`${response.status} ${code}`);
    }
  },
);
