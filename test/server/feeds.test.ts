import { expect, test } from 'vitest';
import { agentSetup } from './agent-setup.ts';
import { SHOP } from './pretend-limio.ts';
import { setup } from './setup.ts';

// prettier-ignore
const feeds: Array<[path: string, type: string]> = [
  ['/llms.txt',  'text/plain; charset=utf-8'],
  ['/offers.md', 'text/markdown; charset=utf-8'],
];

test.for(feeds)(
  '%s is the list of offers for readers, kept by caches as the list is',
  async ([path, type]) => {
    const { ask } = agentSetup({ keys: undefined as never, agents: { mcp: 'read' } });
    const response = await ask(path, { method: 'GET' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('cache-control')).toBe(
      (await ask('/offers', { method: 'GET' })).headers.get('cache-control'),
    );
    expect(await response.text()).toContain(`[Pro](<${SHOP}/checkout?purchase=%2Foffers2%2FPro>)`);
  },
);

// prettier-ignore
const lists: Array<[behaviour: string, query: string, names: string[]]> = [
  ['all of it',        '',                                    ['Pro', 'Team', 'German']],
  ['a label',          '&label=pricing',                      ['Pro']],
  ['a country',        '&country=uk',                         ['Pro', 'Team']],
  ['two paths',        '&path=/offers2/Team&path=/offers2/Pro', ['Team', 'Pro']],
  ['an attribute',     '&attributes.label__limio=pricing',    ['Pro']],
];
test.for(lists)('the list itself can be read as Markdown: %s', async ([, query, names]) => {
  const { ask } = setup();
  const response = await ask(`/offers?format=md${query}`, { method: 'GET' });
  expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect(response.headers.get('cache-control')).toMatch(/^public, .*s-maxage=/);
  const text = await response.text();
  expect([...text.matchAll(/^- \[(\w+)\]/gm)].map(([, name]) => name)).toEqual(names);
});

test.for(feeds)('%s is not there where no agent is served', async ([path]) => {
  expect((await setup().ask(path, { method: 'GET' })).status).toBe(404);
});
