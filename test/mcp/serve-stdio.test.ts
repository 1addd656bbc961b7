import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { serveOverStdio } from '../../src/commands/serve-stdio.ts';
import type { AgentShop } from '../../src/agent/agent-shop.ts';
import { PLANS, shopOf } from '../agent/shop.ts';
import { message, modern } from './ask.ts';

interface Answer {
  id: number | string | null;
  result?: { isError?: boolean; content?: { text: string }[]; structuredContent?: { total: number } };
  error?: { code: number; message: string };
}

/** Sends lines, closes the input, and gives what was answered until the server ended by itself. */
async function talk(lines: unknown[], shop: AgentShop = shopOf()): Promise<Answer[]> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const problems: unknown[] = [];
  const ended = serveOverStdio(shop, (error) => problems.push(error), { input, output });
  for (const line of lines) input.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  input.end();
  await ended;
  expect(problems).toEqual([]);
  const answered = String(output.read() ?? '').split('\n');
  return answered.filter(Boolean).map((line) => JSON.parse(line) as Answer);
}

const list = (id: number | null, args: unknown) => ({
  ...message('tools/call', { name: 'list_offers', arguments: args }),
  id,
});

const saidOf = ({ result, error }: Answer): string => result?.content?.[0]?.text ?? error?.message ?? '';

// prettier-ignore
const calls: Array<[behaviour: string, args: unknown, said: RegExp]> = [
  ['as text',                  '{"limit":"1"}', /^1 of 3 offers/],
  ['as nothing',               null,            /^3 offers/],
  ['as empty text',            '',              /^3 offers/],
  ['not at all',               undefined,       /^3 offers/],
  ['as text of no sense',      'all of them',   /^There are fields it does not know\. list_offers takes label, /],
  ['as text that holds a list', '[1]',          /^There are fields it does not know\. list_offers takes label, /],
  ['as a list',                [{ limit: 1 }],  /^There are fields it does not know\. list_offers takes label, /],
  ['as a number',              5,               /^There are fields it does not know\. list_offers takes label, /],
];
test.for(calls)('arguments that come %s are understood, or explained', async ([, args, said]) => {
  const [answer] = await talk([list(1, args)]);
  expect([answer!.id, saidOf(answer!)]).toEqual([1, expect.stringMatching(said)]);
});

// prettier-ignore
const lines: Array<[behaviour: string, line: unknown, answers: [id: number | null, said: RegExp][]]> = [
  ['a batch, one by one',           [list(1, {}), list(2, { limit: 1 })],   [[1, /^3 offers/], [2, /^1 of 3/]]],
  ['a mark before the first line',  `\uFEFF${JSON.stringify(list(1, {}))}`, [[1, /^3 offers/]]],
  ['lines as Windows ends them',    `${JSON.stringify(list(1, {}))}\r`,     [[1, /^3 offers/]]],
  ['what is no JSON',               '{"jsonrpc":',                          [[null, /^This is no JSON\. Send each message whole/]]],
  ['what is no message',            { id: 7, method: 'tools/list' },        [[7, /^This is no JSON-RPC message\. Send one like/]]],
  ['parameters in a list',          { ...message('tools/list'), params: [1] }, [[1, /^This is no JSON-RPC message/]]],
  ['a request without an id of its own', list(null, {}),                    [[null, /^This is no JSON-RPC message/]]],
  ['an empty batch',                [],                                     [[null, /^This is no JSON-RPC message/]]],
  ['a line without an end in sight', JSON.stringify(list(1, { label: 'x'.repeat(2_000_000) })), [[null, /longer than a million characters/]]],
  ['what is nested 9,000 deep',     `{"jsonrpc":"2.0","id":7,"method":"ping","params":{"x":${'['.repeat(9000)}${']'.repeat(9000)}}}`, [[7, /^The message names a field twice, .* or is nested deep/]]],
  ['a field that is named twice',   '{"jsonrpc":"2.0","id":7,"method":"ping","method":"tools/list"}', [[7, /^The message names a field twice/]]],
  ['an empty line, by silence',     ' ',                                    []],
  ['what was told, by silence',     { jsonrpc: '2.0', method: 'notifications/progress', params: { progressToken: 1, progress: 1 } }, []],
];
test.for(lines)('it answers %s, and goes on', async ([, line, answers]) => {
  const got = await talk([line, list(9, {})]);
  const byId = (a: Answer, b: Answer) => Number(a.id) - Number(b.id);
  expect(got.sort(byId).map((answer) => [answer.id, saidOf(answer)])).toEqual(
    [...answers, [9, /^3 offers/] as const].map(([id, said]) => [id, expect.stringMatching(said)]),
  );
});

test('what is asked before the other side hangs up is answered before the end', async () => {
  const { readOffers } = shopOf();
  // A list that takes its time: many turns of the loop after the input has ended.
  const readSlowly = async () => {
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    return readOffers();
  };
  const answers = await talk([list(1, {})], shopOf(PLANS, { readOffers: readSlowly }));
  expect(answers.map(saidOf)).toEqual([expect.stringMatching(/^3 offers/)]);
});

test('nobody waits for the answer to what was cancelled', async () => {
  const shop = shopOf(PLANS, { readOffers: () => new Promise(() => {}) });
  const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
  expect(await talk([list(1, {}), cancelled], shop)).toEqual([]);
});

test('two talks at once do not hear each other', async () => {
  const [one, other] = await Promise.all([
    talk([list(1, { limit: 1 }), list(2, {})]),
    talk([list(1, {}), list(3, { quantity: 5 })]),
  ]);
  expect([one.map(({ id }) => id), other.map(({ id }) => id)]).toEqual([
    [1, 2],
    [1, 3],
  ]);
});

test('no stream of changes is held open for anybody, so that the end is the end', async () => {
  const { body } = modern('subscriptions/listen', { notifications: { toolsListChanged: true } });
  const [answer] = await talk([body]);
  expect(answer).toBeDefined();
});
