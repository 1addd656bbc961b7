import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answerTool } from '../../src/agent/answer-tool.ts';
import { offersOfBackend, offersOfFile } from '../../src/commands/published-offers.ts';
import { readAgentShop } from '../../src/commands/read-agent-shop.ts';
import { run } from '../../src/commands/run.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import type { LimioError } from '../../src/core/errors/limio-error.ts';
import { digest } from '../../src/server/gate/digest.ts';
import { parseKeys } from '../../src/server/gate/keys.ts';
import { item, pretendLimio } from '../server/pretend-limio.ts';
import { setup } from '../server/setup.ts';

async function call(...words: string[]) {
  const said = { out: '', err: '' };
  const code = await run(words, COMMANDS, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { ...said, code };
}

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'offers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'offers.json'), text);
  return join(folder, 'offers.json');
}

test('key makes a key and the line that knows it by its digest alone', async () => {
  const { out, code } = await call('key', '--label', 'crm', '--scopes', 'quotes,renewals', '--json');
  const { key, line } = JSON.parse(out) as { key: string; line: string };
  expect([code, parseKeys(line)]).toEqual([
    0,
    [{ label: 'crm', scopes: ['quotes', 'renewals'], sha256: digest(key) }],
  ]);
  expect(line).not.toContain(key);
  expect(key).toMatch(/^limio-offers-[\w-]{43}$/);
  expect((await call('key', '--label', 'crm', '--json')).out).not.toContain(key);
});

test('key writes the limits of an agent behind its line', async () => {
  const { out } = await call('key', '--label', 'bot', '--order', '500EUR', '--day', '2000EUR', '--json');
  const { line } = JSON.parse(out) as { line: string };
  expect(parseKeys(line)).toMatchObject([{ limits: { currency: 'EUR', order: '500', day: '2000' } }]);
});

// prettier-ignore
const misuses: Array<[behaviour: string, words: string[], said: RegExp]> = [
  ['a key without a label',         ['key'],                                                       /^--label is missing/],
  ['a label of two words',          ['key', '--label', 'a b'],                                     /^--label has 1 to 40 letters/],
  ['a key for a scope nobody knows', ['key', '--label', 'x', '--scopes', 'agent,quote'],           /^--scopes: "quote" is none\. Did you mean "quotes"\? Scopes: agent, quotes/],
  ['a limit without a currency',    ['key', '--label', 'x', '--order', '500'],                     /^--order and --day are amounts in one currency: 500EUR/],
  ['a limit of quotes',             ['key', '--label', 'x', '--scopes', 'quotes', '--day', '5EUR'], /^--order and --day limit a key with the scope agent alone/],
  ['a document for no country',     ['llms', '--shop', 'x.example', '--offers', 'x.json', '--country', 'Germany'], /^--country is not a code of two letters/],
  ['agents without a shop',         ['mcp', '--offers', 'x.json'],                                 /^There is no --shop/],
  ['agents without offers',         ['mcp', '--shop', 'https://shop.example.com'],                 /^Name one of --offers/],
  ['agents with both',              ['mcp', '--shop', 'https://shop.example.com', '--offers', 'x', '--backend', 'https://b.example'], /^Name one of/],
  ['a file that is not there',      ['mcp', '--shop', 'https://shop.example.com', '--offers', 'nowhere.json'], /^There is no file "nowhere.json"/],
  ['a backend with a password',     ['mcp', '--shop', 'https://shop.example.com', '--backend', 'https://u:canary@b.example'], /^--backend: "…@" is not the https address of a backend\.\n$/],
  ['a backend that is no address',  ['mcp', '--shop', 'https://shop.example.com', '--backend', 'http://b.example'], /is not the https address/],
  ['a shop that is none',           ['mcp', '--shop', 'http://shop.example.com', '--offers', 'nowhere.json'], /nowhere|https origin/],
];
test.for(misuses)('%s is refused with what is wrong', async ([, words, said]) => {
  const { out, err, code } = await call(...words);
  expect([out, err, code]).toEqual(['', expect.stringMatching(said), 2]);
});

test('offers of a file are read once, whatever their shape', async () => {
  const { readOffers: read } = await offersOfFile(
    fileOf(JSON.stringify({ asOf: '2026-11-21T12:00:00.000Z', offers: [{ path: '/offers2/Pro' }] })),
  );
  expect(await read()).toEqual({
    offers: [{ path: '/offers2/Pro', name: 'Pro' }],
    readAt: Date.parse('2026-11-21T12:00:00.000Z'),
  });
  await expect(offersOfFile(fileOf('{'))).rejects.toThrow(expect.objectContaining({ code: 'json_invalid' }));
});

test('offers of a backend are kept for a minute', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ offers: [{ path: '/offers2/Pro' }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { readOffers: read } = offersOfBackend(`http://127.0.0.1:${port}/`);
  expect((await read()).offers).toMatchObject([{ path: '/offers2/Pro' }]);
  await read();
  expect(asked).toBe(1);
  const { readOffers: nobody } = offersOfBackend('http://127.0.0.1:1');
  await expect(nobody()).rejects.toThrow(expect.objectContaining({ code: 'network' }));
});

test('a backend that breaks off, is busy, or sends what is no list is told as that', async () => {
  const answers: Record<string, (response: ServerResponse) => unknown> = {
    '/endless/offers': (response) => {
      const send = () => response.destroyed || response.write(' '.repeat(65_536), send);
      send();
    },
    '/broken/offers': (response) => response.write('{', () => response.destroy()),
    '/busy/offers': (response) => response.writeHead(503).end('busy'),
    '/words/offers': (response) => response.end('none'),
  };
  const server = createServer(({ url = '' }, response) => void answers[url]?.(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const faultOf = (name: string) =>
    offersOfBackend(`http://127.0.0.1:${port}/${name}`)
      .readOffers()
      .catch(({ code, message }: LimioError) => `${code} ${message}`);
  expect(await faultOf('endless')).toMatch(/^invalid_response .* sends more than 8 MB\.$/);
  expect(await faultOf('broken')).toMatch(/^network .* cannot be reached\.$/);
  expect(await faultOf('busy')).toMatch(/^network .* answered 503\.$/);
  expect(await faultOf('words')).toMatch(/^json_invalid .* holds no JSON\.$/);
});

test('an agent chooses by attributes that a backend filters by, without a word of them in the list', async () => {
  const limio = pretendLimio({}, Date.now, [
    item('Small', { tier: '1' }),
    item('Large', { tier: ['2', '3'] }),
  ]);
  const { ask } = setup({ filters: 'tier' }, limio);
  const server = createServer(async (request, response) => {
    const answer = await ask(request.url!);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const shop = await readAgentShop({ shop: 'https://shop.example.com', backend: `http://127.0.0.1:${port}` });
  const chosen = async (where: string[]) =>
    (await answerTool('list_offers', { where }, shop)).offers.map(({ name }) => name);
  expect(await chosen(['tier=1'])).toEqual(['Small']);
  expect(await chosen(['tier = 2', 'tier=3'])).toEqual(['Large']);
  expect(await chosen(['tier=2&x=1'])).toEqual([]);
  for (const where of ['margin=1', 'tier', '=1', `tier=${'x'.repeat(250)}`])
    await expect(chosen([where])).rejects.toThrow(
      /takes attributes of this shop as name=value\. Ask without it\./,
    );
  server.close();
  server.closeAllConnections();
  await expect(chosen(['tier=1'])).rejects.toThrow(expect.objectContaining({ code: 'network' }));
});
