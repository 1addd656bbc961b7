import { sandbox } from '../../demo/sandbox/sandbox.ts';
import { limioBackend } from '../../src/server/backend.ts';
import { token } from './plan-setup.ts';
import { EVERY_ROUTE, headersFor } from './every-fault-setup.ts';
import { CREDENTIALS, TENANT } from './pretend-limio.ts';
import { HERE, NOON } from './setup.ts';

export const TEAM = '/offers2/Desk Team Monthly';

/** What no field of ours may hold, unless a row below says that it may. */
export const WRONG: Readonly<Record<string, unknown>> = {
  nothing: null,
  'no text': '',
  'a blank': ' ',
  'a flag': true,
  'a list': [],
  'an object': {},
  'less than none': -1,
  'half of one': 0.5,
  'more than all': 1e308,
  'a text without end': 'x'.repeat(6000),
  'a second line': 'a\r\nX-Injected: yes',
  'half a character': '\ud800',
  'a turn of direction': 'a\u202eb',
};

export type Json = Record<string, unknown>;

/** A route with everything that it takes. */
export interface Row {
  route: string;
  body: Json;
}

const limio = sandbox({ now: () => NOON });
const ENDLESS = { points: 1e6, seconds: 60 };
export const { fetch } = limioBackend({
  ...EVERY_ROUTE,
  limio: { tenant: TENANT, credentials: () => CREDENTIALS, fetch: limio.fetch },
  agents: { publicUrl: HERE, pages: ['/chat-checkout'] },
  limits: {
    requests: ENDLESS,
    reads: ENDLESS,
    address: ENDLESS,
    agent: ENDLESS,
    email: ENDLESS,
    all: ENDLESS,
  },
  now: () => NOON,
});

const SUBSCRIBER = await token({
  userId: 'ada',
  subscriptions: ['sub-1', { id: 'sub-many', plans: ['/offers2/Desk Starter Monthly', TEAM] }],
});

/** Ids of a basket and of a change that were made before. */
export const ids: Record<string, string> = {};

/** Asks as whoever may. */
export async function ask(route: string, body: object) {
  const [method = '', path = ''] = route.split(' ');
  const { 'idempotency-key': _, ...headers } = headersFor(path);
  if (path.startsWith('/plan')) headers['limio-context'] = SUBSCRIBER;
  if (path.startsWith('/checkouts')) delete headers['limio-context'];
  const response = await fetch(
    new Request(HERE + path.replace('{id}', ids[path] ?? ''), {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  const answer = (await response.json()) as { code?: string; fields?: string[]; id?: string; say?: string };
  return { status: response.status, ...answer };
}

/** What was made or changed at Limio. */
export const changes = () =>
  limio.log.filter(
    ({ method, operation }) =>
      method !== 'GET' && operation !== 'token' && !operation?.startsWith('validate'),
  );
