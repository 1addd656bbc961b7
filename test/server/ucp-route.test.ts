import { expect, test } from 'vitest';
import { agentSetup, PUBLIC_URL } from './agent-setup.ts';
import { SHOP } from './pretend-limio.ts';
import { setup } from './setup.ts';

const UCP = { keys: undefined, agents: { ucp: true, publicUrl: PUBLIC_URL } } as never;

test('a backend that is set up for UCP says so, and sells by purchase links to anybody', async () => {
  const { ask, call, send } = agentSetup(UCP);
  const profile = await ask('/.well-known/ucp', { method: 'GET' });
  expect(await profile.json()).toMatchObject({
    ucp: {
      version: '2026-08-25',
      services: { 'dev.ucp.shopping': [{ transport: 'mcp', endpoint: `${PUBLIC_URL}/ucp/mcp` }] },
    },
  });
  const params = {
    name: 'create_checkout',
    arguments: { checkout: { line_items: [{ item: { id: '/offers2/Pro' } }] } },
  };
  const { body } = await send('/ucp/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/call', params });
  expect(body.result.structuredContent).toMatchObject({
    status: 'requires_escalation',
    continue_url: `${SHOP}/checkout?purchase=%2Foffers2%2FPro`,
  });
  // Its tools stay apart from those of our own server, which is not set up here.
  expect((await call('list_offers', {})).status).toBe(404);
});

test.for(['/.well-known/ucp', '/ucp/mcp'])('%s is not there unless it is set up', async (path) => {
  const method = path === '/ucp/mcp' ? 'POST' : 'GET';
  const init = { method, headers: { 'content-type': 'application/json' } };
  expect((await setup().ask(path, { ...init, ...(method === 'POST' && { body: '{}' }) })).status).toBe(404);
});
