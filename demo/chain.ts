import { limioBackend } from '../src/server/backend.ts';
import { limioClient } from '../src/limio/client.ts';
import { signedWebhook, type Deliver } from '../src/server/abandoned/signed-webhook.ts';
import { tellBaskets } from '../src/server/abandoned/tell-baskets.ts';
import { digest } from '../src/server/gate/digest.ts';
import { signContext } from '../src/server/gate/sign-context.ts';
import type { Key } from '../src/server/gate/keys.ts';
import { listen } from '../src/server/node/listen.ts';
import type { LogLine } from '../src/server/request-log.ts';
import { serveCrm, type Crm } from './desk/crm.ts';
import { HOSTILE_OFFER } from './agent/hostile-offer.ts';
import { freePort } from './free-port.ts';
import { CATALOGUE } from './sandbox/items/catalogue.ts';
import { CREDENTIALS } from './sandbox/sandbox.ts';
import { serveSandbox, type ServedSandbox } from './sandbox/serve-sandbox.ts';

/** What stands behind the pages of the demo, each on a port of its own: a backend, the Limio it asks, and a CRM. */
export interface Chain {
  limio: ServedSandbox;
  /** Address of the backend. */
  backend: string;
  /** Key of the one agent that may open checkouts. The server of a chat holds it, never a page. */
  agentKey: string;
  /** What the site's own server signs for Ada, who is logged in: the subscriptions that she may change. */
  contextOfAda(): Promise<string>;
  /** Key of the sales desk. The desk's server holds it. */
  deskKey: string;
  /** What the CRM of the sales desk knows. */
  crm: Crm;
  /** Tells the CRM of baskets, which need not have become old here. */
  tellCrm(): Promise<void>;
  /** Ends the backend at once, with whatever it has under way. */
  killBackend(): Promise<void>;
  /** Starts it anew at the same address, with nothing remembered. */
  startBackend(): Promise<void>;
  close(): Promise<void>;
}

export interface ChainOptions {
  /** Told about each request of the backend. */
  log?: (line: LogLine) => void;
}

/** The subscriptions of the customer who is logged in, as the site's own server knows them. */
const SUBSCRIPTIONS = [
  { id: 'sub-1', quantity: 3 },
  'sub-pending',
  { id: 'sub-many', plans: ['/offers2/Desk Starter Monthly', '/offers2/Desk Team Monthly'] },
];

/**
 * Starts a sandbox, a backend and a CRM on free ports of this machine.
 *
 * @param pages origin of the pages that sell, and of the shop, whose pages the same server plays.
 */
export async function startChain(pages: string, { log }: ChainOptions = {}): Promise<Chain> {
  // Short links, and what Limio tells, begin with the address of the backend, so it has to be known before there is one.
  const port = await freePort();
  const backend = `http://127.0.0.1:${port}`;
  const crm = await serveCrm();
  const events = { user: 'limio', password: crypto.randomUUID() };
  const limio = await serveSandbox({
    offers: [...CATALOGUE, HOSTILE_OFFER],
    webhooks: { ...events, to: `${backend}/webhooks/limio` },
  });
  const deliver = signedWebhook({ to: crm.address, secret: crm.secret, attempts: { refused: 1, failed: 1 } });
  const [agentKey, deskKey] = [crypto.randomUUID(), crypto.randomUUID()];
  const keys: Key[] = [
    { label: 'demo-chat', scopes: ['agent'], sha256: digest(agentKey) },
    { label: 'demo-desk', scopes: ['quotes', 'renewals', 'partner'], sha256: digest(deskKey) },
  ];
  const signer = { issuer: pages, secret: crypto.randomUUID() };
  const start = async () => {
    const life = new AbortController();
    const sells = limioBackend({
      limio: { tenant: limio.origin, credentials: () => CREDENTIALS, fetch: fetchDuring(life.signal) },
      shop: pages,
      origins: [pages],
      country: 'US',
      keys: () => keys,
      context: { ...signer, audience: 'limio-offers' },
      partner: { credentials: () => CREDENTIALS },
      // The pretend shop plays it as a checkout.
      renewalPage: '/renewal-checkout',
      events: { ...events, tell: deliver },
      agents: { mcp: 'full', publicUrl: backend },
      ...(log && { log }),
    });
    const { close } = await listen(sells, { port });
    // The process lives on; what the backend asks of Limio must not.
    return { kill: () => close(0).finally(() => life.abort()) };
  };
  let running = await start();
  return {
    limio,
    backend,
    agentKey,
    contextOfAda: () => signContext({ userId: 'ada', subscriptions: SUBSCRIPTIONS }, signer),
    deskKey,
    crm,
    tellCrm: () => tellCrm(limio.origin, pages, deliver),
    killBackend: () => running.kill(),
    async startBackend() {
      running = await start();
    },
    async close() {
      await Promise.all([running.kill(), limio.close(), crm.close()]);
    },
  };
}

/** Tells everything that is in Limio's list; the CRM knows what it was told before by its id. */
async function tellCrm(tenant: string, shop: string, deliver: Deliver): Promise<void> {
  await tellBaskets(
    {
      limio: limioClient({ tenant, credentials: () => CREDENTIALS }),
      shop,
      since: new Date(0).toISOString(),
      idle: 0,
      withoutEmail: true,
      checkpoint: { load: async () => undefined, save: async () => {} },
      deliver,
      pagesPerMinute: 6000,
    },
    AbortSignal.timeout(10_000),
  );
}

/** A `fetch` that ends with its backend. */
const fetchDuring =
  (life: AbortSignal): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([life, init.signal]) : life });
