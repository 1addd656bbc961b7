import { expect, test } from 'vitest';
import { CRM_KEY, KEYS } from './keyed-setup.ts';
import { item, pretendLimio } from './pretend-limio.ts';
import { outcome, setup } from './setup.ts';

/** A quote of an offer by its id, in the version that a test's own Limio has published. */
const byIdOf = (name: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${CRM_KEY}` },
  body: JSON.stringify({ items: [{ id: `id-${name}`, version: `version-${name}` }] }),
});

// prettier-ignore
const byId: Array<[what: string, name: string]> = [
  ['an offer',                       'Pro'],
  ['an offer that staff alone sell', 'Staff'],
];
test.for(byId)('POST /quotes finds %s by its id without reading the catalogue anew', async ([, name]) => {
  const { ask, limio } = setup({ keys: () => KEYS });
  await ask('/offers');
  limio.calls.length = 0;
  expect(await outcome(await ask('/quotes', byIdOf(name)))).toBe('200 ok');
  expect(limio.initiated().order).toMatchObject({ orderItems: [{ offer: { id: `id-${name}` } }] });
  const lists = limio.calls.filter(({ operation }) => operation === 'listOffers');
  expect(lists.map(({ url }) => url.searchParams.get('path'))).toEqual([`/offers2/${name}`]);
});

test.for(['Newer', 'Moved'])(
  'POST /quotes finds an id by reading the catalogue anew where it is %s',
  async (name) => {
    const offers = [item('Pro'), { ...item('Old'), id: 'id-Moved' }];
    const limio = pretendLimio({}, Date.now, offers);
    const { ask } = setup({ keys: () => KEYS }, limio);
    await ask('/offers');
    offers.splice(1, 1, item('Moved'), item('Newer'), item('Old'));
    expect(await outcome(await ask('/quotes', byIdOf(name)))).toBe('200 ok');
    expect(limio.initiated().order).toMatchObject({ orderItems: [{ offer: { id: `id-${name}` } }] });
  },
);
