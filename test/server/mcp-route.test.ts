import { expect, test } from 'vitest';
import { agentSetup, KEY } from './agent-setup.ts';
import { ORIGIN, setup } from './setup.ts';
import { SHOP } from './pretend-limio.ts';

const READ = { keys: undefined, agents: { mcp: 'read' } } as never;

const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

const names = ({ body }: { body: { result: { tools: { name: string }[] } } }) =>
  body.result.tools.map(({ name }) => name);

test('a backend that is not set up for agents serves none', async () => {
  const { ask } = setup();
  for (const path of ['/mcp', '/agent/offers', '/agent/openapi.json', '/go/x'])
    expect(
      (await ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }))
        .status,
    ).toBe(404);
});

test('anybody may list offers and make links, where that is set up', async () => {
  const { send, call } = agentSetup(READ);
  expect(names(await send('/mcp', list, { authorization: '' }))).toEqual([
    'list_offers',
    'make_purchase_link',
  ]);
  const { body } = await call('make_purchase_link', { paths: ['/offers2/Pro'] }, { authorization: '' });
  expect(body.result.structuredContent.url).toBe(`${SHOP}/checkout?purchase=%2Foffers2%2FPro`);
  const refused = await call('open_checkout', { paths: ['/offers2/Pro'] });
  expect(refused.body.error).toEqual({
    code: -32602,
    message: 'There is no such tool. Tools: list_offers, make_purchase_link.',
  });
});

test('with keys, every call needs one, and all four tools are there for each', async () => {
  const { send } = agentSetup();
  expect((await send('/mcp', list, { authorization: '' })).status).toBe(401);
  expect(names(await send('/mcp', list))).toHaveLength(4);
});

// prettier-ignore
const origins: Array<[whose: string, origin: Record<string, string>, status: number]> = [
  ['none, as servers send',      {},                                     200],
  ['a page on the list',         { origin: ORIGIN },                     200],
  ['a foreign page',             { origin: 'https://evil.example' },     403],
  ['a page that rebinds a name', { origin: 'http://127.0.0.1.evil.example' }, 403],
  ['a page without an address',  { origin: 'null' },                     403],
];
test.for(origins)('the origin %s', async ([, origin, status]) => {
  const { send } = agentSetup();
  expect((await send('/mcp', list, origin)).status).toBe(status);
});

test('a browser on the list may send what the protocol asks for', async () => {
  const { ask } = agentSetup();
  const { status, headers } = await ask('/mcp', { method: 'OPTIONS', headers: { origin: ORIGIN } });
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-headers')).toMatch(
    /authorization.*mcp-protocol-version.*mcp-method.*mcp-name/,
  );
  expect((await ask('/mcp', { headers: { authorization: `Bearer ${KEY}` } })).status).toBe(405);
});

test('a call is one line in the log, which holds nothing of it', async () => {
  const { call, log } = agentSetup();
  await call('list_offers', { label: 'a-label-of-a-caller' });
  expect(log).toHaveLength(1);
  expect(log[0]).toMatchObject({ route: 'answerMcp', method: 'POST', status: 200, key: 'agentforce' });
  expect(JSON.stringify(log)).not.toContain('a-label-of-a-caller');
});

test('the same question has the same answer over MCP and HTTP', async () => {
  const { send, call } = agentSetup();
  for (const [tool, path, args] of [
    ['list_offers', '/agent/offers', { country: 'DE', quantity: 5 }],
    ['make_purchase_link', '/agent/purchase-links', { paths: ['/offers2/Team'], promoCode: 'x' }],
  ] as const)
    expect((await call(tool, args)).body.result.structuredContent).toEqual((await send(path, args)).body);
});

test('a message that never ends is let go in time', async () => {
  const { backend } = agentSetup({ budget: 200 });
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) }),
    duplex: 'half',
  };
  expect((await backend.fetch(new Request('https://backend.example.com/mcp', init))).status).toBe(408);
});
