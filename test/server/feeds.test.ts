import { expect, test } from 'vitest';
import type { Compressors } from '../../src/server/offers/encoding.ts';
import { agentSetup } from './agent-setup.ts';
import { item, pretendLimio, SHOP } from './pretend-limio.ts';
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

// prettier-ignore
const documents = [...feeds, ['/offers?format=md', 'text/markdown; charset=utf-8'] as [string, string]];
test.for(documents)(
  '%s is written and compressed once, and sent only to who does not have it',
  async ([path, type]) => {
    let compressed = 0;
    const compressors: Compressors = { gzip: async (bytes) => (compressed++, bytes) };
    const items = Array.from({ length: 30 }, (_, n) => item(`Plan ${n}`));
    const agents = { agents: { mcp: 'read' as const } };
    const { get } = setup(
      { compressors, ...agents },
      pretendLimio({ listOffers: () => Response.json({ items }) }),
    );
    const read = (headers = {}) => get(path, { 'accept-encoding': 'gzip', ...headers });
    const first = await read();
    expect(await first.text()).toContain('[Plan 29]');
    expect(first.headers.get('content-encoding')).toBe('gzip');
    await read();
    expect(compressed).toBe(1);
    const again = await read({ 'if-none-match': first.headers.get('etag')! });
    expect([again.status, again.headers.get('content-type'), await again.text()]).toEqual([304, type, '']);
    const list = await get('/offers', { 'if-none-match': first.headers.get('etag')! });
    expect(list.status).toBe(200);
  },
);
