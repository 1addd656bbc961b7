import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OlderStdioTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as OlderHttpTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHOP } from '../server/pretend-limio.ts';
import { AUTHORIZED, COMMAND, OFFERS, startBackend } from './backend.ts';

const INFO = { name: 'test', version: '1' };

let backend: Awaited<ReturnType<typeof startBackend>>;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

const overHttp = () => ({ requestInit: { headers: AUTHORIZED } });
const stdio = { command: process.execPath, args: [COMMAND, 'mcp', '--shop', SHOP, '--offers', OFFERS] };

const newer = (versionNegotiation?: object) => async (isStdio: boolean) => {
  const client = new Client(INFO, versionNegotiation ? { versionNegotiation } : undefined);
  await client.connect(
    isStdio
      ? new StdioClientTransport(stdio)
      : new StreamableHTTPClientTransport(new URL(`${backend.origin}/mcp`), overHttp()),
  );
  return client;
};

const older = async (isStdio: boolean) => {
  const client = new OlderClient(INFO);
  await client.connect(
    isStdio
      ? new OlderStdioTransport(stdio)
      : new OlderHttpTransport(new URL(`${backend.origin}/mcp`), overHttp()),
  );
  return client;
};

// prettier-ignore
const clients: Array<[name: string, connect: (isStdio: boolean) => Promise<Client | OlderClient>]> = [
  ['the official client, by its handshake of 2025',  newer()],
  ['the official client, as it finds out by itself', newer({ mode: 'auto' })],
  ['the official client, pinned to 2026-07-28',      newer({ mode: { pin: '2026-07-28' } })],
  ['the older official client',                      older],
];

test.for(clients)('%s sells over HTTP', async ([, connect]) => {
  const client = await connect(false);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'list_offers',
    'make_purchase_link',
    'open_checkout',
    'check_checkout',
  ]);
  const listed = await client.callTool({ name: 'list_offers', arguments: { quantity: 5 } });
  expect(listed.structuredContent).toMatchObject({
    total: 3,
    offers: [{ path: '/offers2/Pro' }, { total: '€145 per month for 5' }, {}],
  });
  const opened = await client.callTool({
    name: 'open_checkout',
    arguments: { paths: ['/offers2/Team'], quantity: 5, email: 'ada@example.com' },
  });
  expect(opened.structuredContent).toMatchObject({
    prefilled: true,
    url: expect.stringContaining(`${backend.origin}/go/`),
  });
  const refused = await client.callTool({
    name: 'make_purchase_link',
    arguments: { paths: ['/offers2/Teams'] },
  });
  expect(refused).toMatchObject({
    isError: true,
    content: [{ text: expect.stringContaining('`/offers2/Team`') }],
  });
  await client.close();
});

test.for(clients)('%s sells over standard streams, from a file alone', async ([, connect]) => {
  const client = await connect(true);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['list_offers', 'make_purchase_link']);
  const { structuredContent } = await client.callTool({
    name: 'make_purchase_link',
    arguments: { paths: ['/offers2/Team'] },
  });
  expect(structuredContent).toMatchObject({ url: `${SHOP}/checkout?purchase=%2Foffers2%2FTeam` });
  await client.close();
});

// prettier-ignore
const connections: Array<[how: string, isStdio: boolean, mode: string | object]> = [
  ['over HTTP, of 2025',             false, 'legacy'],
  ['over HTTP, of 2026',             false, { pin: '2026-07-28' }],
  ['over standard streams, of 2025', true,  'legacy'],
  ['over standard streams, of 2026', true,  { pin: '2026-07-28' }],
];
test.for(connections)(
  'two clients at once %s, one of which gives up a call, go on',
  async ([, isStdio, mode]) => {
    const connect = newer(mode === 'legacy' ? undefined : { mode });
    const [one, other] = await Promise.all([connect(isStdio), connect(isStdio)]);
    const givenUp = new AbortController();
    const lost = one.callTool(
      { name: 'list_offers', arguments: {} },
      { signal: givenUp.signal, onprogress: () => {} },
    );
    givenUp.abort();
    await expect(lost).rejects.toThrow();
    const answers = await Promise.all(
      [one, other].map((client) =>
        client.callTool({ name: 'make_purchase_link', arguments: { paths: ['/offers2/Team'] } }),
      ),
    );
    const url = `${SHOP}/checkout?purchase=%2Foffers2%2FTeam`;
    expect(answers).toMatchObject([{ structuredContent: { url } }, { structuredContent: { url } }]);
    await Promise.all([one.close(), other.close()]);
  },
);

test('the list costs at most 5,000 bytes, and a model 800 tokens', async () => {
  const client = await newer({ mode: 'auto' })(false);
  const { tools } = await client.listTools();
  const read = tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
  const [bytes, tokens] = [JSON.stringify(tools).length, encode(JSON.stringify(read)).length];
  console.log(`tools/list: ${bytes} bytes; what a model reads of it: ${tokens} tokens`);
  expect(bytes).toBeLessThanOrEqual(5000);
  expect(tokens).toBeLessThanOrEqual(800);
  await client.close();
});
