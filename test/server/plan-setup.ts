import { serveSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { CATALOGUE, ADD_ONS } from '../../demo/sandbox/items/catalogue.ts';
import type { RawItem } from '../../demo/sandbox/items/raw-item.ts';
import { CREDENTIALS, SHOP } from '../../demo/sandbox/sandbox.ts';
import type { PlanChangeAnswer } from '../../src/contract/plan-change.ts';
import { limioBackend } from '../../src/server/backend.ts';
import type { Identity } from '../../src/server/gate/identity.ts';
import { signContext } from '../../src/server/gate/sign-context.ts';
import { listen } from '../../src/server/node/listen.ts';
import type { BackendOptions } from '../../src/server/options.ts';
import type { LogLine } from '../../src/server/request-log.ts';
import { NOON, ORIGIN } from './setup.ts';

export const SIGNER = {
  issuer: 'https://www.example.com',
  secret: 'a-secret-of-at-least-32-characters-for-tests',
};

/** A token as the site's own server makes it for a customer who is logged in. */
export const token = (who: Identity): Promise<string> => signContext(who, SIGNER);

export const ADA = await token({ userId: 'ada', subscriptions: ['sub-1', 'sub-pending'] });
export const GRACE = await token({ userId: 'grace', subscriptions: ['sub-1'] });

/** Id of what the sandbox has published under a name. */
export const idOf = (name: string): string =>
  [...CATALOGUE, ...ADD_ONS].find((item) => item.name === `Desk ${name}`)!.id;

export interface Failure {
  code?: string;
  fields?: string[];
  until?: string;
}

/** What has to be closed after a test. */
export const open: Array<() => unknown> = [];

/** A backend for subscribers, on a Limio that listens, both on real sockets. */
export async function subscribers(
  scenario = 'happy',
  options: Partial<BackendOptions> = {},
  offers: readonly RawItem[] = CATALOGUE,
) {
  const limio = await serveSandbox({ scenario, now: () => NOON, offers });
  open.push(() => limio.close());
  const log: LogLine[] = [];
  const asked: Request[] = [];
  const backend = limioBackend({
    limio: {
      tenant: limio.origin,
      credentials: () => CREDENTIALS,
      fetch: (input, init) => {
        asked.push(new Request(input, init));
        return fetch(input, init);
      },
    },
    shop: SHOP,
    origins: [ORIGIN],
    country: 'GB',
    context: { ...SIGNER, audience: 'limio-offers' },
    log: (line) => log.push(line),
    ...options,
  });
  const { url, close } = await listen(backend, { port: 0 });
  open.push(() => close(0));
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        origin: ORIGIN,
        'limio-context': ADA,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as PlanChangeAnswer & Failure;
    return { status: response.status, headers: response.headers, body: answer };
  };
  let attempts = 0;
  return {
    limio,
    log,
    url,
    send,
    /** What Limio was asked about subscriptions, beside tokens and catalogues. */
    asked: () => asked.filter(({ url }) => url.endsWith('/checkout/subscription')),
    start: (more: object = {}, headers?: Record<string, string>) =>
      send(
        'POST',
        '/plan-changes',
        { attemptId: `attempt-of-a-subscriber-${++attempts}`, subscription: 'sub-1', ...more },
        headers,
      ),
    put: (id: string, body: object, headers?: Record<string, string>) =>
      send('PUT', `/plan-changes/${id}`, body, headers),
    get: (id: string, headers?: Record<string, string>) =>
      send('GET', `/plan-changes/${id}`, undefined, headers),
  };
}

/** What will be different, in a few words: `add Business × 3`. */
export const linesOf = ({ lines }: PlanChangeAnswer): string[] =>
  lines.map(({ action, name, quantity }) => `${action} ${name} × ${quantity}`);
