import { expect, test } from 'vitest';
import { published } from './keyed-setup.ts';
import { BUSINESS, forPartners, items, partner, TEAM } from './partner-setup.ts';

const SUPPORT = '/add_ons/Desk Priority Support';

const remove = { action: 'remove', itemId: 'item-1' };
const change = { action: 'change_quantity', itemId: 'item-1', quantity: 2 };
const add = { action: 'add', offerId: published(BUSINESS).id };
// prettier-ignore
const wrongChanges: Array<[what: string, actions: object[], fields: string[], code?: string]> = [
  ['an item that is not there',             [change, { ...remove, itemId: 'item-9' }],              ['actions.1.itemId']],
  ['a quantity of an item not there',       [{ ...change, itemId: 'item-9' }],                      ['actions.0.itemId']],
  ['an item that was removed before',       [remove, change],                                       ['actions.1.itemId']],
  ['an add-on that goes with its offer',    [remove, { ...remove, itemId: 'item-2' }],              ['actions.1.itemId']],
  ['an offer that is not there',            [add, { ...add, offerId: 'canary' }],                   ['actions.1.offerId'], 'offer_unavailable'],
  ['two offers that are not there',         [{ ...add, offerId: 'a' }, remove, { ...add, offerId: 'b' }], ['actions.0.offerId', 'actions.2.offerId'], 'offer_unavailable'],
];
test.for(wrongChanges)(
  'a change of %s is refused by name, and nothing is changed',
  async ([, actions, fields, code]) => {
    const { send, limio } = partner();
    const withAddOn = [...items, { path: SUPPORT }];
    const { body: made } = await send('POST', '/partner/checkouts', { items: withAddOn });
    const { status, body } = await send('PUT', `/partner/checkouts/${made.id}`, { actions });
    expect([status, body.code, body.fields]).toEqual([code ? 404 : 400, code ?? 'bad_request', fields]);
    expect(JSON.stringify(body)).not.toContain('canary');
    expect(limio.log.map(({ operation }) => operation)).not.toContain('updatePartnerCheckout');
  },
);

test('an offer that is sold by partners alone, and an add-on, may be added', async () => {
  const alone = forPartners([TEAM]).map((item) =>
    item.path === BUSINESS
      ? {
          ...item,
          data: { ...item.data, attributes: { ...item.data.attributes, sales_channel__limio: ['Partner'] } },
        }
      : item,
  );
  const { send } = partner([TEAM], {}, alone);
  const { body: made } = await send('POST', '/partner/checkouts', { items });
  const actions = [add, { ...add, offerId: published(SUPPORT).id }];
  const { body } = await send('PUT', `/partner/checkouts/${made.id}`, { actions });
  expect(body.items?.map(({ path }) => path)).toEqual([TEAM, BUSINESS, SUPPORT]);
});

test.for(['happy', 'drop', 'down', 'html'])(
  'a change that is repeated with its idempotency key is made once, after %s, too',
  async (scenario) => {
    const { send, limio } = partner();
    const make = async () => (await send('POST', '/partner/checkouts', { items })).body.id;
    const [path, other] = [`/partner/checkouts/${await make()}`, `/partner/checkouts/${await make()}`];
    const headers = { 'idempotency-key': 'change-17' };
    limio.use(`${scenario}@updatePartnerCheckout`);
    const first = await send('PUT', path, { actions: [add] }, headers);
    expect(first.status === 200).toBe(scenario === 'happy');
    limio.use('happy');
    const answers = [
      await send('PUT', path, { actions: [add] }, headers),
      await send('PUT', path, { actions: [add] }, headers),
      await send('PUT', path, { actions: [remove] }, headers),
      await send('PUT', other, { actions: [add] }, headers),
    ];
    expect(answers.map(({ body }) => body.code ?? body.items?.length)).toEqual([
      2,
      2,
      'conflict',
      'conflict',
    ]);
    expect((await send('PUT', path, { actions: [add] })).body.items).toHaveLength(3);
  },
);
