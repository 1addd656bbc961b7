import { expect, test } from 'vitest';
import { answerTool } from '../../src/agent/answer-tool.ts';
import { PLANS, shopOf } from './shop.ts';

const tiers: Record<string, string[]> = {
  '/offers2/Starter': ['small'],
  '/offers2/German': ['small', 'local'],
};
const withTiers = shopOf(PLANS, {
  attributes: {
    names: ['tier'],
    choose: async (wanted) =>
      wanted.every(([name]) => name === 'tier')
        ? ({ path }) => wanted.every(([, value]) => tiers[path]?.includes(value))
        : undefined,
  },
});

// prettier-ignore
const narrowed: Array<[behaviour: string, where: string[], paths: string[]]> = [
  ['an attribute narrows the list',             ['tier=small'],                 ['/offers2/Starter', '/offers2/German']],
  ['several narrow it further',                 ['tier = small', 'tier=local'], ['/offers2/German']],
  ['a value that nothing has leaves none',      ['tier=huge'],                  []],
];
test.for(narrowed)('%s', async ([, where, paths]) => {
  const { offers, total } = await answerTool('list_offers', { where }, withTiers);
  expect([offers.map(({ path }) => path), total]).toEqual([paths, paths.length]);
});

// prettier-ignore
const choiceRefusals: Array<[behaviour: string, where: string, shop: typeof withTiers, said: RegExp]> = [
  ['a name that is not on the list', 'margin=1', withTiers, /takes attributes of this shop as name=value\. Names: tier\./],
  ['no value',                       'tier',     withTiers, /Names: tier\./],
  ['a shop that knows none',         'tier=2',   shopOf(),  /`where` is not known here/],
];
test.for(choiceRefusals)(
  'a choice by attributes is refused with the way out: %s',
  async ([, where, shop, said]) => {
    await expect(answerTool('list_offers', { where: [where] }, shop)).rejects.toThrow(said);
  },
);
