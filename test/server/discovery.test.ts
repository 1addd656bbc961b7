import { expect, test } from 'vitest';
import { agentSetup, PUBLIC_URL } from './agent-setup.ts';

const READ = { keys: undefined, agents: { mcp: 'read', publicUrl: `${PUBLIC_URL}/limio` } } as never;

// prettier-ignore
const catalogues: Array<[path: string, type: string]> = [
  ['/.well-known/ard.json',        'application/json'],
  ['/.well-known/ai-catalog.json', 'application/ai-catalog+json'],
];
test.for(catalogues)('%s leads agents and registries to the card of the server', async ([path, type]) => {
  const response = await agentSetup(READ).ask(path, {
    method: 'GET',
    headers: { origin: 'https://any.example' },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const { specVersion, entries } = (await response.json()) as {
    specVersion: string;
    entries: {
      identifier: string;
      displayName: string;
      type: string;
      url: string;
      representativeQueries: string[];
    }[];
  };
  expect(specVersion).toBe('1.0');
  expect(entries).toMatchObject([
    {
      identifier: 'urn:air:backend.example.com:mcp:limio-offers',
      displayName: 'Subscriptions of shop.test',
      type: 'application/mcp-server-card+json',
      url: `${PUBLIC_URL}/limio/mcp/server-card`,
    },
  ]);
  // As many as registries of Agentic Resource Discovery index.
  expect(entries[0]!.representativeQueries.length).toBeGreaterThanOrEqual(2);
  expect(entries[0]!.representativeQueries.length).toBeLessThanOrEqual(5);
});

test('the card says how to connect, and by which header where a key is needed', async () => {
  const card = async (setup: ReturnType<typeof agentSetup>) => {
    const response = await setup.ask('/mcp/server-card', { method: 'GET' });
    expect(response.headers.get('content-type')).toBe('application/mcp-server-card+json');
    return (await response.json()) as { name: string; description: string; remotes: object[] };
  };
  const open = await card(agentSetup(READ));
  expect(open.name).toMatch(/^com\.example\.backend\/limio-offers$/);
  expect(open.description.length).toBeLessThanOrEqual(100);
  expect(open.remotes).toEqual([{ type: 'streamable-http', url: `${PUBLIC_URL}/limio/mcp` }]);
  expect((await card(agentSetup())).remotes).toMatchObject([
    { url: `${PUBLIC_URL}/mcp`, headers: [{ name: 'Authorization', isRequired: true, isSecret: true }] },
  ]);
});

test('nothing is to be found where no server answers', async () => {
  const keysAlone = { agents: { publicUrl: PUBLIC_URL } } as never;
  const noAddress = { keys: undefined, agents: { mcp: 'read' } } as never;
  for (const options of [keysAlone, noAddress])
    for (const path of ['/.well-known/ard.json', '/.well-known/ai-catalog.json', '/mcp/server-card'])
      expect((await agentSetup(options).ask(path, { method: 'GET' })).status).toBe(404);
});
