import { afterEach, expect, test } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { CREDENTIALS, SHOP } from '../../demo/sandbox/sandbox.ts';
import { serveSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import type { PlanOffer } from '../../src/contract/plan-change.ts';
import { GRACE, idOf, linesOf, open, subscribers, token } from './plan-setup.ts';
import { NOON } from './setup.ts';

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

const names = (offers: readonly PlanOffer[]) => offers.map(({ name }) => name);

const START = new Date(NOON).toISOString();
const END = new Date(NOON + 20 * 86_400_000).toISOString();

test('a change begins with the present plan and what it can be changed to', async () => {
  const { start } = await subscribers();
  const { status, body } = await start();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    subscription: 'sub-1',
    reference: 'A-1001',
    plan: { name: 'Team', path: '/offers2/Desk Team Monthly', price: { amount: '29.00', currency: 'USD' } },
    mustChoose: false,
    lines: [],
    total: { amount: '136', currency: 'USD' },
    isCompleted: false,
  });
  expect(body.id).toMatch(/^[\da-f-]{36}$/);
  expect(body.url).toBeUndefined();
  expect(names(body.upgrades)).toEqual(['Business']);
  expect(names(body.downgrades)).toEqual(['Starter']);
  expect(names(body.addOns)).toEqual(['Priority support']);
  expect(names(body.crossSells)).toEqual(['Storage, 100 GB']);
  expect(body.upgrades[0]).toMatchObject({
    id: idOf('Business Monthly'),
    path: '/offers2/Desk Business Monthly',
    price: { amount: '59', currency: 'USD', interval: { unit: 'month', count: 1 } },
  });
});

test('a plan is chosen with its price and date, in a number that it allows, and ends at the shop', async () => {
  const { start, put, limio } = await subscribers();
  const { id } = (await start()).body;
  const { body } = await put(id, { offer: idOf('Business Monthly') });
  expect(linesOf(body)).toEqual(['add Business × 5', 'remove Team × 3']);
  expect(body).toMatchObject({
    quantity: 3,
    total: { amount: String(5 * 59 + 49), currency: 'USD' },
    effectiveAt: START,
  });
  const [basket] = [...limio.state.changes.keys()];
  expect(body.url).toBe(`${SHOP}/update?basket=${basket}`);
  // What can be chosen instead is still what the present plan can be changed to.
  expect([names(body.upgrades), names(body.downgrades)]).toEqual([['Business'], ['Starter']]);
});

// prettier-ignore
const alterations: Array<[behaviour: string, steps: object[], lines: string[], effectiveAt?: string]> = [
  ['what costs less begins with the next term', [{ offer: 'Starter Monthly' }],                                         ['add Starter × 1', 'remove Team × 3'], END],
  ['another plan takes the place of the first', [{ offer: 'Business Monthly' }, { offer: 'Starter Monthly' }],          ['add Starter × 1', 'remove Team × 3'], END],
  ['the present plan can be kept after all',    [{ offer: 'Business Monthly' }, { offer: null }],                       []],
  ['a number is the customer’s',                [{ offer: 'Business Monthly', quantity: 11 }],                          ['add Business × 10', 'remove Team × 3'], START],
  ['a number is changed afterwards',            [{ offer: 'Business Monthly' }, { quantity: 20 }],                      ['add Business × 20', 'remove Team × 3'], START],
  ['more of the present plan is a change',      [{ quantity: 5 }],                                                      ['add Team × 5', 'remove Team × 3'], START],
  ['as many as there are is none',              [{ quantity: 5 }, { quantity: 3 }],                                     []],
  ['an add-on is added',                        [{ add: 'Storage 100 GB' }],                                            ['add Storage, 100 GB × 1'], START],
  ['an added add-on is taken back',             [{ add: 'Storage 100 GB' }, { remove: 'Storage 100 GB' }],              []],
  ['an add-on is taken away',                   [{ remove: 'Priority Support' }],                                       ['remove Priority support × 1'], END],
  ['an add-on that was taken away comes back',  [{ remove: 'Priority Support' }, { add: 'Priority Support' }],          []],
  ['the same once more changes nothing',        [{ offer: 'Business Monthly' }, { offer: 'Business Monthly' }],         ['add Business × 5', 'remove Team × 3'], START],
  ['nothing changes nothing',                   [{}],                                                                   []],
];
test.for(alterations)('%s', async ([, steps, lines, effectiveAt]) => {
  const { start, put, get } = await subscribers();
  const { id } = (await start()).body;
  const withIds = (step: object) =>
    Object.fromEntries(
      Object.entries(step).map(([field, value]) => [field, typeof value === 'string' ? idOf(value) : value]),
    );
  let last = await put(id, withIds(steps[0]!));
  for (const step of steps.slice(1)) last = await put(id, withIds(step));
  expect(last.status).toBe(200);
  expect(linesOf(last.body)).toEqual(lines);
  expect(last.body.effectiveAt).toBe(effectiveAt);
  expect(Boolean(last.body.url)).toBe(lines.length > 0);
  expect((await get(id)).body).toEqual(last.body);
});

// prettier-ignore
const refused: Array<[what: string, body: object, code: string, fields: string[]]> = [
  ['a plan Limio does not offer',   { offer: 'x' },                          'offer_unavailable', ['offer']],
  ['a plan of another shop window', { offer: idOf('Team Yearly') },          'offer_unavailable', ['offer']],
  ['an add-on Limio does not offer', { add: 'x' },                           'offer_unavailable', ['add']],
  ['half a seat',                   { quantity: 0.5 },                       'bad_request',       ['quantity']],
  ['a price',                       { offer: 'x', price: 1 },                'bad_request',       ['price']],
  ['a version',                     { offer: 'x', version: '1' },            'bad_request',       ['version']],
  ['a header in a reCAPTCHA',       { offer: 'x', recaptcha: 'a\r\nb: c' },  'bad_request',       ['recaptcha']],
];
test.for(refused)('%s is refused by name, and nothing changes', async ([, body, code, fields]) => {
  const { start, put, get } = await subscribers();
  const before = (await start()).body;
  const answer = await put(before.id, body);
  expect(answer.body).toMatchObject({ code, fields });
  expect((await get(before.id)).body).toEqual(before);
});

test('a pending change is told with its date', async () => {
  const { start, asked } = await subscribers();
  const { status, body } = await start({ subscription: 'sub-pending' });
  expect([status, body.code, body.until]).toEqual([423, 'subscription_pending', END.slice(0, 10)]);
  expect(asked()).toHaveLength(1);
});

test('a change that has been confirmed is told as such, and cannot be altered any more', async () => {
  const { start, put, get, limio } = await subscribers();
  const { id } = (await start()).body;
  const { url } = (await put(id, { offer: idOf('Starter Monthly') })).body;
  await fetch(`${limio.origin}/sandbox/complete${new URL(url!).search}`, { method: 'POST' });
  const { body } = await get(id);
  expect([body.isCompleted, body.url, body.effectiveAt]).toEqual([true, undefined, END]);
  expect((await put(id, { offer: null })).body.code).toBe('change_refused');
});

const MANY = [{ id: 'sub-many', plans: ['/offers2/Desk Starter Monthly', '/offers2/Desk Team Monthly'] }];

test('of several plans one is chosen first, among those the site has named', async () => {
  const { start } = await subscribers();
  const headers = { 'limio-context': await token({ userId: 'ada', subscriptions: MANY }) };
  const { body } = await start({ subscription: 'sub-many' }, headers);
  expect([body.mustChoose, names(body.plans), body.upgrades, body.plan]).toEqual([
    true,
    ['Starter', 'Team'],
    [],
    undefined,
  ]);
  const chosen = await start({ subscription: 'sub-many', plan: body.plans[1]!.id }, headers);
  expect(chosen.body).toMatchObject({ mustChoose: false, plan: { name: 'Team' }, plans: [] });
  expect(names(chosen.body.upgrades)).toEqual(['Business']);
  const other = await start({ subscription: 'sub-many', plan: idOf('Business Monthly') }, headers);
  expect(other.body).toMatchObject({ code: 'offer_unavailable', fields: ['plan'] });
});

test('a plan is chosen as many times as there is the present one, where it allows that', async () => {
  const { start, put } = await subscribers();
  const headers = { 'limio-context': await token({ userId: 'ada', subscriptions: MANY }) };
  const plan = idOf('Starter Monthly');
  const { body } = await start({ subscription: 'sub-many', plan }, headers);
  const changed = await put(body.id, { offer: idOf('Team Monthly') }, headers);
  expect(linesOf(changed.body)).toEqual(['add Team × 3', 'remove Starter × 3']);
  expect(changed.body.quantity).toBe(3);
});

/** The catalogue, in which the larger plan names the page on which a change to it is confirmed. */
const withPage = (page: string) =>
  CATALOGUE.map((item) =>
    item.id === idOf('Business Monthly')
      ? {
          ...item,
          data: {
            ...item.data,
            attributes: { ...item.data.attributes, update_configuration__limio: page },
          },
        }
      : item,
  );

// prettier-ignore
const pages: Array<[what: string, ofOffer: string, updatePage: string | undefined, page: string]> = [
  ['the plan’s own page',          '/update-cart',        undefined,      '/update-cart'],
  ['without a leading slash, too', 'update-cart',         undefined,      '/update-cart'],
  ['the backend’s',                '',                    '/my/update',   '/my/update'],
  ['the plan’s before the backend’s', '/update-cart',     '/my/update',   '/update-cart'],
  ['no page of another host',      '//evil.test/update',  undefined,      '/update'],
];
test.for(pages)('a change is confirmed on %s', async ([, ofOffer, updatePage, page]) => {
  const options = updatePage === undefined ? {} : { updatePage };
  const { start, put } = await subscribers('happy', options, withPage(ofOffer));
  const { id } = (await start()).body;
  const { body } = await put(id, { offer: idOf('Business Monthly') });
  expect(body.url).toMatch(new RegExp(`^${SHOP}${page}\\?basket=basket-`));
});

test('without a landing-state cookie nothing could be altered, so nothing is begun', async () => {
  const withoutCookie: typeof fetch = async (input, init) => {
    const { status, body, headers } = await fetch(input, init);
    const kept = [...headers].filter(([name]) => name !== 'set-cookie' && name !== 'content-encoding');
    return new Response(body, { status, headers: kept });
  };
  const limio = await serveSandbox({ now: () => NOON });
  open.push(() => limio.close());
  const { start } = await subscribers('happy', {
    limio: { tenant: limio.origin, credentials: () => CREDENTIALS, fetch: withoutCookie },
  });
  expect((await start()).body.code).toBe('upstream_invalid');
});

test('one address starts so many changes in a minute, and is told when to come again', async () => {
  const { start } = await subscribers('happy', { limits: { address: { points: 1, seconds: 60 } } });
  expect((await start()).status).toBe(200);
  const { status, headers } = await start();
  expect([status, headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
});

test('where the site says how many there are, the number alone can be changed', async () => {
  const { start, put } = await subscribers();
  const claim = [{ id: 'sub-1', quantity: 3 }];
  const headers = { 'limio-context': await token({ userId: 'ada', subscriptions: claim }) };
  const { body } = await start({}, headers);
  expect(body.quantity).toBe(3);
  const more = await put(body.id, { quantity: 4 }, headers);
  expect(linesOf(more.body)).toEqual(['add Team × 4', 'remove Team × 3']);
});

test('one attempt makes one basket, however often it is sent, and another request is no repetition', async () => {
  const { start, limio } = await subscribers();
  const attemptId = 'the-very-same-attempt-id';
  const [first, second] = await Promise.all([start({ attemptId }), start({ attemptId, recaptcha: 'new' })]);
  expect(second.body).toEqual(first.body);
  expect(limio.state.changes.size).toBe(1);
  const other = await start({ attemptId }, { 'limio-context': GRACE });
  expect(other.body.code).toBe('conflict');
});
