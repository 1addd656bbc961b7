import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { serveSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { CREDENTIALS } from '../../demo/sandbox/sandbox.ts';
import * as limioEntry from '../../src/limio.ts';
import * as serverEntry from '../../src/server.ts';
import { limioBackend } from '../../src/server/backend.ts';
import { listen } from '../../src/server/node/listen.ts';
import { CRM_KEY, KEYS } from './keyed-setup.ts';
import { ORIGIN } from './setup.ts';

/** The recipes of the document by their names. */
const recipes = new Map(
  [
    ...readFileSync('docs/quotes-and-crm.md', 'utf8').matchAll(
      /<!-- recipe: ([\w-]+) -->\n```js\n([^]*?)\n```/g,
    ),
  ].map(([, name, code]) => [name!, code!]),
);

const entries: Record<string, object> = {
  'limio-offers/limio': limioEntry,
  'limio-offers/server': serverEntry,
};

/** Runs a recipe as it stands in the document, with what it takes as given, and gives back what it names. */
async function runRecipe(name: string, given: Record<string, unknown>, wanted: string): Promise<never> {
  const code = recipes
    .get(name)!
    .replace(
      /^import \{ (.*) \} from '(.*)';$/gm,
      (_, names: string, entry: string) => `const { ${names} } = entries['${entry}'];`,
    )
    .replace('export async function', 'async function');
  const AsyncFunction = (async () => {}).constructor as new (
    ...words: string[]
  ) => (...values: unknown[]) => Promise<never>;
  const recipe = new AsyncFunction(...Object.keys(given), 'entries', `${code}\nreturn ${wanted};`);
  return recipe(...Object.values(given), entries);
}

/** A backend on a port, and a Limio on another. */
async function chain(scenario = 'happy') {
  const limio = await serveSandbox({ scenario });
  const shop = limio.origin;
  const { url: backend, close } = await listen(
    limioBackend({
      limio: { tenant: limio.origin, credentials: () => CREDENTIALS },
      shop,
      origins: [ORIGIN],
      country: 'US',
      keys: () => KEYS,
    }),
    { port: 0 },
  );
  onTestFinished(() => Promise.all([close(), limio.close()]).then(() => {}));
  return { limio, shop, given: { backend, key: CRM_KEY } };
}

test('every recipe is run', () => {
  expect([...recipes.keys()]).toEqual([
    'quote',
    'crm-webhook',
    'create-quote',
    'renewal',
    'renewal-landing',
    'sign-context',
  ]);
});

test('the recipe for a quote gives a link that opens as the account, with everything in it', async () => {
  const { limio, given } = await chain();
  const { url, promo } = await runRecipe('quote', given, '{ url, promo, total, expiresAt }');
  expect(promo).toBe('applied');
  expect(await limio.openLink(url)).toMatchObject({
    account: '0015g00000Ab1Cd',
    promo: 'SAVE20',
    items: [{ quantity: 25 }, { quantity: 1 }],
  });
});

test('the recipe for a quote without a backend gives a link that opens', async () => {
  const { limio, shop } = await chain();
  const url = await runRecipe('create-quote', { tenant: limio.origin, shop, ...CREDENTIALS }, 'url');
  expect(await limio.openLink(url)).toMatchObject({ customer: { email: 'ada@example.com' } });
});

// prettier-ignore
const subscribers: Array<[who: string, form: Record<string, string>, scenario: string, end: RegExp]> = [
  ['the subscriber',        { reference: 'A-1001', email: 'ada@example.com', postalCode: 'SW1Y 4JH' }, 'happy', /^SHOP\/renewal\?basket=basket-/],
  ['another address',       { reference: 'A-1001', email: 'eve@example.com', postalCode: 'SW1Y 4JH' }, 'happy', /\/renew\?problem=details$/],
  ['another place',         { reference: 'A-1001', email: 'ada@example.com', postalCode: '10115' },    'happy', /\/renew\?problem=details$/],
  ['an unknown reference',  { reference: 'A-9999', email: 'ada@example.com', postalCode: 'SW1Y 4JH' }, 'happy', /\/renew\?problem=details$/],
  ['who has cancelled',     { reference: 'A-1004', email: 'ada@example.com', postalCode: 'SW1Y 4JH' }, 'happy', /^SHOP\/renewal\?basket=basket-/],
  ['who is in grace',       { reference: 'A-1005', email: 'ada@example.com', postalCode: 'SW1Y 4JH' }, 'happy', /^SHOP\/renewal\?basket=basket-/],
  ['whose time is over',    { reference: 'A-1006', email: 'ada@example.com', postalCode: 'SW1Y 4JH' }, 'happy', /\/renew\?problem=details$/],
  ['no address at all',     { reference: 'A-1001', email: 'ada', postalCode: '' },                     'happy', /\/renew\?problem=details$/],
  ['Limio is down',         { reference: 'A-1001', email: 'ada@example.com', postalCode: 'SW1Y 4JH' }, 'down@renewCheckout', /\/renew\?problem=later$/],
];
test.for(subscribers)(
  'the recipe for a landing page ends at the right place: %s',
  async ([, form, scenario, end]) => {
    const { shop, given } = await chain(scenario);
    const onRenewalForm = await runRecipe('renewal-landing', {}, 'onRenewalForm');
    const body = new FormData();
    for (const [name, value] of Object.entries(form)) body.set(name, value);
    const request = new Request('https://www.example.com/renew', { method: 'POST', body });
    const answer = await (onRenewalForm as (...words: unknown[]) => Promise<Response>)(request, given);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')!.replace(shop, 'SHOP')).toMatch(end);
  },
);

test('the recipe for a renewal gives a page with a basket that is there', async () => {
  const { limio, shop, given } = await chain();
  const { url, segments } = await runRecipe('renewal', given, '{ url, segments }');
  expect(segments).toEqual(['renewal']);
  expect(limio.state.baskets.has(String(url).replace(`${shop}/renewal?basket=`, ''))).toBe(true);
});

test('the recipe for a context gives a token that the backend of the next recipe takes', async () => {
  const secret = 's'.repeat(32);
  const token = await runRecipe('sign-context', { secret }, 'context');
  const { contextReader } = await import('../../src/server/gate/context-token.ts');
  const read = contextReader({ issuer: 'https://www.example.com', audience: 'limio-offers', secret });
  expect(await read(token)).toEqual({
    accountId: '0015g00000Ab1Cd',
    contactId: '0035g00000Ef2Gh',
    expiresAfter: { days: 7 },
  });
});

const deal = {
  id: 'D-7',
  revision: 3,
  accountId: '001A',
  lines: [{ offer: '/offers2/Desk Team Monthly', seats: 5 }],
};

/** Sends a deal to the recipe of the webhook; tells what was written into the CRM. */
async function webhook({ given }: Awaited<ReturnType<typeof chain>>, body: object = deal) {
  const written: object[] = [];
  const updateDeal = async (id: string, fields: object) => void written.push({ id, ...fields });
  const onDeal = (await runRecipe('crm-webhook', {}, 'onDeal')) as (...words: unknown[]) => Promise<Response>;
  const request = new Request('https://crm.test', { method: 'POST', body: JSON.stringify(body) });
  const { status } = await onDeal(request, { ...given, updateDeal });
  return { status, written };
}

test('the webhook writes link, expiry and total of a quote into the deal, and one that comes twice makes one', async () => {
  const there = await chain();
  const { status, written } = await webhook(there);
  expect(status).toBe(204);
  expect(written).toEqual([
    { id: 'D-7', url: expect.any(String) as string, expiresAt: expect.any(String) as string, total: 145 },
  ]);
  const { written: again } = await webhook(there);
  expect(again).toEqual(written);
  expect(there.limio.state.baskets.size).toBe(1);
  const [{ url }] = written as [{ url: string }];
  expect(await there.limio.openLink(url)).toMatchObject({ account: '001A', total: '145.00' });
});

test('the recipe of the webhook has twenty lines', () => {
  expect(recipes.get('crm-webhook')!.split('\n')).toHaveLength(20);
});

test('the webhook tells the deal what is wrong with it, and asks to come again where Limio is down', async () => {
  const there = await chain();
  const lines = [{ offer: '/offers2/None', seats: 5 }];
  expect(await webhook(there, { ...deal, lines })).toEqual({
    status: 204,
    written: [{ id: 'D-7', problem: 'Nothing is published at the path of items.0.' }],
  });
  there.limio.use('down@initiateCheckout');
  expect(await webhook(there, { ...deal, revision: 4 })).toEqual({ status: 503, written: [] });
});
