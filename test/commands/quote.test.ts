import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { QuoteAnswer } from '../../src/contract/quote.ts';
import { call } from './call.ts';
import { limioInEnvironment, ownFolder } from './limio-env.ts';

const TEAM = '/offers2/Desk Team Monthly';

test('quote makes a basket for an account that its link opens, and needs nothing that only pages need', async () => {
  const limio = await limioInEnvironment();
  const { out, err, code } = await call(
    ...['quote', '--offer', TEAM, '--quantity', '3', '--account', '001A', '--promo-code', 'save20'],
    ...['--days', '30', '--page', '/anonymous-checkout', '--external-id', 'Q-1', '--json'],
  );
  expect([err, code]).toEqual(['', 0]);
  const made = JSON.parse(out) as QuoteAnswer;
  expect(made).toMatchObject({
    basketId: 'basket-Q-1',
    promo: 'applied',
    total: { amount: 69.6 },
    requires: 'anonymous_authentication',
  });
  expect(await limio.openLink(made.url)).toMatchObject({ account: '001A', total: '69.60' });
});

test('quote needs nothing that agents and other callers of the backend need, whose variables stand beside', async () => {
  await limioInEnvironment();
  const variables = { LIMIO_MCP: 'full', LIMIO_UCP: 'on', LIMIO_PUBLIC_URL: 'https://offers.example.com' };
  const more = { LIMIO_KEYS_FILE: '/no/such/keys', LIMIO_AGENT_PAGES: '/chat-checkout' };
  for (const [name, value] of Object.entries({ ...variables, ...more })) vi.stubEnv(name, value);
  const { err, code } = await call('quote', '--offer', TEAM);
  expect([err, code]).toEqual(['', 0]);
});

test('quote says for people what they have', async () => {
  await limioInEnvironment();
  const { out } = await call('quote', '--offer', TEAM, '--account', '001A', '--promo-code', 'none');
  expect(out).toMatch(
    /^https:\S+\/assisted\?\S+\nBasket basket-\S+, open until \S+Z\nTotal \d+ USD\nPromo code: refused\nIt acts for the account: .*\n$/,
  );
});

test('quote takes everything that POST /quotes takes from a file', async () => {
  const limio = await limioInEnvironment();
  const file = join(ownFolder(), 'quote.json');
  const items = [{ path: TEAM }, { path: '/add_ons/Desk Priority Support' }];
  writeFileSync(file, JSON.stringify({ items, tracking: { deal: { id: 7 } } }));
  expect((await call('quote', '--file', file)).code).toBe(0);
  const [basket] = limio.state.baskets.values();
  expect(basket).toMatchObject({ lines: [{}, { parentId: 'item-1' }], tracking: { deal: { id: 7 } } });
});

// prettier-ignore
const refused: Array<[what: string, words: string[], scenario: string, said: RegExp, code: number]> = [
  ['nothing to quote',        [],                                         'happy', /Name one of --file FILE and --offer PATH/, 2],
  ['a file that is not there', ['--file', '/none.json'],                  'happy', /--file names no file/,                     2],
  ['a file and an option',    ['--file', '/none.json', '--days', '1'],    'happy', /everything is in the file/,                2],
  ['more than 30 days',       ['--offer', TEAM, '--days', '31'],          'happy', /^--days is not a number from 1 to 30/,     2],
  ['a word for a number',     ['--offer', TEAM, '--quantity', 'three'],   'happy', /^--quantity is not a number from 1 to 100000/, 2],
  ['an offer nobody sells',   ['--offer', '/offers2/None'],               'happy', /items\.0/,                                 1],
  ['a Limio that is down',    ['--offer', TEAM],                          'down',  /Limio cannot be reached/,                  1],
];
test.for(refused)('quote refuses %s and makes no basket', async ([, words, scenario, said, code]) => {
  const limio = await limioInEnvironment(scenario);
  expect(await call('quote', ...words)).toEqual({
    out: '',
    err: expect.stringMatching(said) as string,
    code,
  });
  expect(limio.state.baskets.size).toBe(0);
});
