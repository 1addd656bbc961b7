import { expect, test } from 'vitest';
import { sandbox } from '../../demo/sandbox/sandbox.ts';
import { published } from './keyed-setup.ts';
import { checkout, NOON, setup } from './setup.ts';

const TEAM = '/offers2/Desk Team Monthly';
const SUPPORT = '/add_ons/Desk Priority Support';
const STORAGE = '/add_ons/Desk Storage 100 GB';

/** Sends the paths of a checkout; gives the answer and what Limio was sent. */
async function buy(...paths: string[]) {
  const limio = sandbox({ now: () => NOON });
  const { post } = setup({ country: 'US' }, limio);
  const response = await post(checkout({ items: paths.map((path) => ({ path })) }));
  const answer = (await response.json()) as { url: string; code?: string; fields?: string[] };
  const sent = limio.log.find(({ operation }) => operation === 'initiateCheckout')?.body as
    { order: { orderItems: object[] } } | undefined;
  return { limio, answer, lines: sent?.order.orderItems };
}

test('add-ons are bought with the offer they go with, as what they are', async () => {
  const { limio, answer, lines } = await buy(SUPPORT, TEAM, STORAGE);
  const parentId = published(TEAM).id;
  expect(lines).toEqual([
    { offer: published(SUPPORT), quantity: 1, type: 'add_on', parentId },
    { offer: published(TEAM), quantity: expect.any(Number) as number, type: 'offer' },
    { offer: published(STORAGE), quantity: 1, type: 'add_on', parentId },
  ]);
  expect(await limio.openLink(answer.url)).toMatchObject({ items: [{}, { path: TEAM }, {}] });
});

test('offers alone are sent without a type, and no add-on is asked for', async () => {
  const { limio, lines } = await buy(TEAM);
  expect(lines).toEqual([{ offer: published(TEAM), quantity: expect.any(Number) as number }]);
  expect(limio.log.map(({ operation }) => operation)).not.toContain('listAddOns');
});

// prettier-ignore
const refused: Array<[what: string, paths: string[], field: string]> = [
  ['an add-on alone',            [SUPPORT],                 'items.0.path'],
  ['an add-on nobody published', [TEAM, '/add_ons/None'],   'items.1.path'],
];
test.for(refused)('%s is told like any offer that is not for sale', async ([, paths, field]) => {
  const { answer, lines } = await buy(...paths);
  expect([answer.code, answer.fields, lines]).toEqual(['offer_unavailable', [field], undefined]);
});
