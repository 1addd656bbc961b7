import { getResponse, type HttpHandler } from 'msw';
import { abortable } from '../../src/core/with-timeout.ts';
import { basketHandlers } from './handlers/basket-handlers.ts';
import type { BasketView } from './baskets/basket-view.ts';
import { ADD_ONS, CATALOGUE } from './items/catalogue.ts';
import { catalogueHandlers } from './handlers/catalogue-handlers.ts';
import { checkoutHandlers } from './handlers/checkout-handlers.ts';
import { faults } from './faults.ts';
import { operationOf } from './operations.ts';
import { partnerHandlers } from './handlers/partner-handlers.ts';
import type { RawItem } from './items/raw-item.ts';
import { readScenarios } from './scenarios.ts';
import { openLink, shopHandlers, use, type Refusal } from './handlers/shop-handlers.ts';
import { changePageHandlers, subscriptionHandlers } from './handlers/subscription-handlers.ts';
import { tokenHandlers } from './handlers/token-handlers.ts';
import type { SentWebhook, WebhookReceiver } from './webhooks.ts';
import type { LogEntry, State, World } from './world.ts';

/** `.test` is reserved (RFC 2606): no slip can reach a real tenant. */
export const TENANT = 'https://limio.test';

/** Origin of the pretend shop; its links are paths, so any other will do as well. */
export const SHOP = 'https://shop.test';

/** What the sandbox accepts unless it is told otherwise. */
export const CREDENTIALS = { clientId: 'sandbox', clientSecret: 'sandbox-secret' };

export interface SandboxOptions {
  /** Scenarios to begin with, such as `slow=3000` or `stall@listOffers`. Default `happy`. */
  scenario?: string;
  /** Milliseconds since 1970. */
  now?: () => number;
  clientId?: string;
  clientSecret?: string;
  /** Overrides fields of the token reply, to try odd ones. */
  tokenReply?: Record<string, unknown>;
  offers?: readonly RawItem[];
  addOns?: readonly RawItem[];
  /** Signs the links. */
  secret?: string;
  /** Who is told by webhooks of what happens, over the network. */
  webhooks?: WebhookReceiver;
}

export interface Sandbox {
  /** Answers for the app and for the shop, at any host; throws a `RangeError` for what neither has. */
  fetch: typeof globalThis.fetch;
  /** The same as msw handlers, for a service worker. */
  handlers: HttpHandler[];
  /** What was asked, in order. */
  log: LogEntry[];
  /** The webhooks that were sent, in order. */
  sent: SentWebhook[];
  state: State;
  /** Plays other scenarios from now on. */
  use(scenarios: string): void;
  /** Opens a recovery or an assisted link the way a shop does. */
  openLink(href: string): Promise<BasketView | Refusal>;
}

/**
 * A pretend Limio, with a memory.
 *
 * @example
 * const limio = sandbox({ scenario: 'expired-token' });
 * const client = limioClient({ tenant: TENANT, credentials: () => CREDENTIALS, fetch: limio.fetch });
 */
export function sandbox(options: SandboxOptions = {}): Sandbox {
  const world: World = {
    state: {
      tokens: new Map(),
      baskets: new Map(),
      changes: new Map(),
      pending: new Map(),
      scenarios: readScenarios(options.scenario ?? 'happy'),
      struck: new Map(),
    },
    log: [],
    now: options.now ?? Date.now,
    secret: options.secret ?? 'sandbox',
    clientId: options.clientId ?? CREDENTIALS.clientId,
    clientSecret: options.clientSecret ?? CREDENTIALS.clientSecret,
    tokenReply: options.tokenReply ?? {},
    offers: options.offers ?? CATALOGUE,
    addOns: options.addOns ?? ADD_ONS,
    webhooks: options.webhooks,
    sent: [],
  };
  const good = [tokenHandlers, catalogueHandlers, checkoutHandlers, basketHandlers]
    .concat([partnerHandlers, subscriptionHandlers, changePageHandlers, shopHandlers])
    .flatMap((handlers): HttpHandler[] => handlers(world));
  const handlers = [faults(world, good), ...good];

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { signal, method, url } = request;
    const { pathname: path } = new URL(url);
    const sent = await request.clone().text();
    const entry: LogEntry = { operation: operationOf(request), method, path, status: 0 };
    if (/json/.test(request.headers.get('content-type') ?? '')) entry.body = JSON.parse(sent || 'null');
    world.log.push(entry);
    const response = await abortable(getResponse(handlers, request), signal);
    if (!response) throw new RangeError(`The sandbox has no answer for ${method} ${path}.`);
    if (response.type === 'error') throw new TypeError('fetch failed');
    entry.status = response.status;
    return response;
  };
  return {
    fetch,
    handlers,
    log: world.log,
    sent: world.sent,
    state: world.state,
    use: (names) => use(world, names),
    openLink: (href) => openLink(world, href),
  };
}
