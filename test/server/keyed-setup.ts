import { ADD_ONS, CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { sandbox } from '../../demo/sandbox/sandbox.ts';
import { digest } from '../../src/server/gate/digest.ts';
import { type Key } from '../../src/server/gate/keys.ts';
import type { BackendOptions } from '../../src/server/options.ts';
import { NOON, setup } from './setup.ts';

/** Key of a CRM, which may make quotes and renewals. */
export const CRM_KEY = 'limio-offers-key-of-a-crm-0123456789012';

export const KEYS: readonly Key[] = [
  { label: 'crm', scopes: ['quotes', 'renewals'], sha256: digest(CRM_KEY) },
];

interface Body {
  code?: string;
  fields?: string[];
  [field: string]: unknown;
}

/** A backend for callers with a key on a whole sandbox, and a way to ask it. */
export function keyed({ keys = () => KEYS, ...options }: Partial<BackendOptions> = {}) {
  const limio = sandbox({ now: () => NOON });
  const { ask, log } = setup({ keys, country: 'US', ...options }, limio);
  return {
    limio,
    log,
    /** Sends JSON with a key; gives status, headers and JSON of the answer. */
    send: async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const response = await ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${CRM_KEY}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
    },
    /** What the last initiate sent. */
    initiated: () =>
      limio.log.findLast(({ operation }) => operation === 'initiateCheckout')!.body as {
        order: { orderItems: object[] };
      },
  };
}

/** Id and version of what the sandbox has published at a path. */
export const published = (path: string): { id: string; version: string } => {
  const { id, version } = [...CATALOGUE, ...ADD_ONS].find((item) => item.path === path)!;
  return { id, version };
};
