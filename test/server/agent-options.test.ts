import { expect, test } from 'vitest';
import { limioBackend } from '../../src/server/backend.ts';
import { readEnvironment } from '../../src/server/node/environment.ts';
import type { BackendOptions } from '../../src/server/options.ts';
import { KEYS, PUBLIC_URL } from './agent-setup.ts';
import { pretendLimio } from './pretend-limio.ts';
import { optionsFor } from './setup.ts';

const keys = () => KEYS;

// prettier-ignore
const misuses: Array<[behaviour: string, options: Partial<BackendOptions>, said: RegExp]> = [
  ['checkouts without keys',              { agents: { mcp: 'full', publicUrl: PUBLIC_URL } },       /LIMIO_MCP.* needs `keys` .*LIMIO_PUBLIC_URL/],
  ['checkouts without an address',        { agents: { mcp: 'full' }, keys },                        /LIMIO_MCP.* needs `keys` .*LIMIO_PUBLIC_URL/],
  ['UCP without an address',              { agents: { ucp: true } },                                /LIMIO_UCP.* needs `agents\.publicUrl`/],
  ['nothing at all',                      { agents: {}, keys },                                     /does nothing/],
  ['an address that is not https',        { agents: { publicUrl: 'http://b.example' }, keys },      /not the https address/],
  ['an address with a query',             { agents: { publicUrl: 'https://b.example/?x' }, keys },  /not the https address/],
  ['a page that is none',                 { agents: { mcp: 'read', pages: ['//evil.example'] } },   /page_invalid/],
];
test.for(misuses)('a backend does not start with %s', ([, options, said]) => {
  expect(() => limioBackend({ ...optionsFor(pretendLimio()), ...options })).toThrow(said);
});

test('keys alone, say for a CRM, ask for nothing of agents', async () => {
  const backend = limioBackend({ ...optionsFor(pretendLimio()), keys });
  expect((await backend.fetch(new Request(`${PUBLIC_URL}/agent/openapi.json`))).status).toBe(404);
});

const ENVIRONMENT = {
  LIMIO_TENANT: 'acme.prod.limio.com',
  LIMIO_CLIENT_ID: 'id',
  LIMIO_CLIENT_SECRET: 'secret',
  LIMIO_SHOP: 'https://shop.example.com',
  LIMIO_ORIGINS: 'https://www.example.com',
  LIMIO_COUNTRY: 'DE',
};

test('variables say how agents may sell; without them they may not', () => {
  const given = { LIMIO_MCP: 'read', LIMIO_PUBLIC_URL: PUBLIC_URL, LIMIO_AGENT_PAGES: '/a /b' };
  expect(readEnvironment({ ...ENVIRONMENT, ...given }).options.agents).toEqual({
    mcp: 'read',
    publicUrl: PUBLIC_URL,
    pages: ['/a', '/b'],
  });
  const ucp = { LIMIO_UCP: 'on', LIMIO_PUBLIC_URL: PUBLIC_URL };
  expect(readEnvironment({ ...ENVIRONMENT, ...ucp }).options.agents).toEqual({
    ucp: true,
    publicUrl: PUBLIC_URL,
  });
  expect(readEnvironment(ENVIRONMENT).options).not.toHaveProperty('agents');
  expect(() => readEnvironment({ ...ENVIRONMENT, LIMIO_MCP: 'all' })).toThrow(/LIMIO_MCP/);
});
