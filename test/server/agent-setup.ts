import { digest } from '../../src/server/gate/digest.ts';

import type { BackendOptions } from '../../src/server/options.ts';
import { setup } from './setup.ts';
import { pretendLimio } from './pretend-limio.ts';

export const KEY = 'limio-offers-key-of-an-agent-0123456789';
export const OTHER_KEY = 'limio-offers-key-of-a-crm-0123456789012';
export const PUBLIC_URL = 'https://backend.example.com';

export const KEYS = [
  { label: 'agentforce', scopes: ['agent'] as const, sha256: digest(KEY) },
  { label: 'crm', scopes: ['quotes'] as const, sha256: digest(OTHER_KEY) },
];

/** A backend that agents may use with a key, and ways to ask it. */
export function agentSetup(options: Partial<BackendOptions> = {}, limio = pretendLimio()) {
  const own = setup(
    {
      keys: () => KEYS,
      agents: { mcp: 'full', publicUrl: PUBLIC_URL, pages: ['/chat-checkout'] },
      ...options,
    },
    limio,
  );
  /** Sends JSON with a key; gives status and JSON of the answer. */
  const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await own.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}`, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') ? JSON.parse(text) : text,
    };
  };
  const call = (name: string, args: object, headers?: Record<string, string>) =>
    send('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }, headers);
  return { ...own, send, call };
}

/** A click of a person, as browsers send it. */
export const CLICK = { 'sec-fetch-mode': 'navigate', 'sec-fetch-user': '?1', 'sec-fetch-dest': 'document' };
