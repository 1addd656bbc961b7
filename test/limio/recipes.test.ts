import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sandbox } from '../../demo/sandbox/sandbox.ts';
import { client, recipes } from './recipes.ts';

const linesOf = (code: string): string[] =>
  code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('import '));

/** The recipes of the documentation by their names. */
const documented = new Map(
  [
    ...readFileSync('docs/limio.md', 'utf8').matchAll(/<!-- recipe: (\w+) -->\n\s*```ts\n([^]*?)\n\s*```/g),
  ].map(([, name, code]) => [name!, linesOf(code!)]),
);

const source = readFileSync('test/limio/recipes.ts', 'utf8');

/** The code of one recipe, which ends where the next one begins. */
const codeOf = (name: string): string[] => {
  const start = source.search(name === 'client' ? /const client =/ : new RegExp(`^  async ${name}\\(`, 'm'));
  return linesOf(source.slice(start).split(/\n(?:  )?\}[,;]\n/)[0]!);
};

const names = ['client', ...Object.keys(recipes)];

test('there is a recipe for each operation', () => {
  expect([...documented.keys()].sort()).toEqual(names.sort());
});

test.for(names)('the recipe for %s is the code that is run', (name) => {
  const code = codeOf(name);
  let from = 0;
  const strange = documented.get(name)!.filter((line) => {
    const at = code.indexOf(line, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
  expect(strange).toEqual([]);
});

// prettier-ignore
const results: Array<[name: keyof typeof recipes, result: unknown]> = [
  ['listOffers',                 expect.arrayContaining([expect.objectContaining({ path: '/offers2/Desk Team Monthly', id: expect.any(String) as string })])],
  ['listAddOns',                 expect.arrayContaining([expect.objectContaining({ path: '/add_ons/Desk Priority Support' })])],
  ['initiateCheckout',           { id: expect.stringMatching(/^basket-[\da-f-]{36}$/) as string, link: expect.stringMatching(/^https:\/\/shop\.example\.com\/api\/checkout\/recover\?/) as string }],
  ['applyPromoCode',             23.2],
  ['updateBasket',               [{ id: 'item-1', actionType: 'change_quantity' }]],
  ['abandonedBaskets',           []],
  ['renewCheckout',              expect.stringMatching(/^https:\/\/shop\.example\.com\/renewal\?basket=basket-/)],
  ['startSubscriptionCheckout',  expect.stringMatching(/^A change takes effect on \d{4}-\d\d-\d\d\.$/)],
  ['getSubscriptionCheckout',    ['Business: 59 USD']],
  ['updateSubscriptionCheckout', { page: expect.stringMatching(/\/update\?basket=basket-/) as string, total: 3 * 59 + 49, from: expect.any(String) as string }],
  ['initiatePartnerCheckout',    { checkout: expect.objectContaining({ id: expect.any(String) as string }) as object, cookie: expect.stringMatching(/^limio_state=/) as string }],
  ['updatePartnerCheckout',      2],
  ['validatePartnerCheckout',    ['/offers2/Desk Team Monthly']],
];
test.for(results)('the recipe for %s does what it says', async ([name, result]) => {
  const limio = sandbox();
  expect(await recipes[name](client(limio.fetch))).toEqual(result);
  expect(limio.log.map(({ operation }) => operation)).toContain(name);
});
