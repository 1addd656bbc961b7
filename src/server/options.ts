import type { Customer } from '../contract/checkout.ts';
import { DEFAULT_CARRY } from '../core/link/attribution.ts';
import { COUNTRY } from '../core/customer-rules.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import type { Offer } from '../core/offer/offer.ts';
import { pagePath, shopOrigin } from '../core/link/shop.ts';
import type { LimioClientOptions } from '../limio/client-options.ts';
import { readAgentOptions, type AgentOptions, type AgentSettings } from './agents/agent-options.ts';
import type { ContextOptions } from './gate/context-token.ts';
import type { LimioEvent } from './events/limio-event.ts';
import type { PurchaseReceiver } from './events/tell-purchases.ts';
import type { BasicCredentials } from './gate/basic.ts';
import { lifetime } from '../contract/lifetime.ts';
import type { Expiry, Identity } from './gate/identity.ts';
import type { ReadKeys } from './gate/keys.ts';
import { isoCountry } from '../core/iso-country.ts';
import type { Limits } from './gate/limits.ts';
import type { Compressors } from './offers/encoding.ts';
import { FRESH_FOR, type Freshness } from './offers/offer-cache.ts';
import { DEFAULT_FILTERS } from './offers/attribute-filters.ts';
import { customerFields, type CustomerFields, type OrderRules } from './checkout/order.ts';
import { readOrigins } from './gate/origins.ts';
import type { LogLine } from './request-log.ts';
import type { BackendState } from './state/state.ts';

/** Decides whether an answer to a challenge is good, before anything is asked of Limio. */
export type Challenge = (answer: {
  token: string;
  /** The same when a request is repeated, and with it the token. */
  attemptId: string;
  signal: AbortSignal;
}) => Promise<boolean>;

/** Who may send Limio's webhooks, and what follows from them. */
export interface EventsOptions extends BasicCredentials, Partial<PurchaseReceiver> {
  /** Is handed each event, once. Where it throws, Limio's webhook is refused, so that it may come again. */
  on?: (event: LimioEvent) => Promise<void> | void;
}

/** What a backend needs to know, and what it may be told. */
export interface BackendOptions {
  /** How to reach the tenant; the credentials stay here. */
  limio: Omit<LimioClientOptions, 'tokenStore' | 'now'>;
  /** https origin of the shop; every link that is handed out belongs to it. */
  shop: string;
  /** Origins of the pages that may call, in full. An empty list or `*` is refused. */
  origins: readonly string[];
  /** Where a customer buys whose country is not known, ISO 3166-1 alpha-2. Limio asks for one. */
  country: string;
  /** Path the routes are under, such as `/limio`. Default: none. */
  basePath?: string;
  /** Checkout page to land on. Default: the shop's own. */
  page?: string;
  /** Page on which subscribers renew. Default `/renewal`. */
  renewalPage?: string;
  /** Page on which subscribers confirm a change of plan; an offer's own wins. Default `/update`. */
  updatePage?: string;
  /** How long a basket lives. Default 4 hours: long enough to buy, short enough not to pile up. */
  expiresAfter?: Expiry;
  /** Sells only offers with this label, and reads no others. */
  label?: string;
  /** Sells only the offers for which this is true, of those that are sold online. */
  sells?: (offer: Offer) => boolean;
  /** How old offers may be. */
  freshness?: Freshness;
  /** How the list of offers is compressed, the best way first. Default: gzip, where the runtime has `CompressionStream`. */
  compressors?: Compressors;
  /** Most offers that are sold, from 1 to 100,000; `/health/ready` says when there are more. Default 10,000. */
  maxOffers?: number;
  /** Attributes of the catalogue by which a list may be filtered, separated by spaces. Default `group__limio label__limio`. */
  filters?: string;
  /** Puts what a customer gave into the order. Default: `order.customerDetails`. */
  customerFields?: (customer: Customer) => CustomerFields;
  /** Campaign parameters that are kept, separated by spaces. Default `utm_* gclid msclkid fbclid`. */
  carry?: string;
  /** Names of further values that a page may have tracked with an order, such as `referenceId ref_*`. Default: none. */
  trackingFields?: string;
  /** Accepts context tokens; left out: none. */
  context?: ContextOptions;
  /** Callers without a page, such as agent platforms and CRMs, and what each may do; left out: none. */
  keys?: ReadKeys;
  /** Takes Limio's own webhooks by this name and password. Left out: there is no such route. */
  events?: EventsOptions;
  /** Credentials of a client with the scope `partner`, for callers whose key has it. Left out: no routes for partners. */
  partner?: { credentials: LimioClientOptions['credentials'] };
  /** Lets agents sell; left out: nothing of it is served, nor loaded. */
  agents?: AgentOptions;
  /** Says for whom a request is made, from its headers. A hook for sites that know their visitors by a cookie. */
  identify?: (request: Request) => Promise<Identity | undefined> | Identity | undefined;
  /**
   * The customer's own token at Limio, to change their plan as them. A hook for sites that have it from a login.
   * Left out, or nothing: the client's token. See assumption plan-token.
   */
  customerToken?: (request: Request) => Promise<string | undefined> | string | undefined;
  /** Asks each new attempt for a solved challenge. */
  challenge?: Challenge;
  limits?: Partial<Limits>;
  /** How many proxies of ours add to `x-forwarded-for`. Default 0: the header is not looked at. */
  proxies?: number;
  /** What is remembered. Default: in memory, for a single instance. */
  state?: BackendState;
  /** Told about each reading of the offers that went well: how many are held, and whether there are more. */
  onOffers?: (read: { count: number; isCut: boolean }) => void;
  /** Told about each request when it is over. */
  log?: (line: LogLine) => void;
  /** Milliseconds a request may take. Default 2,500: browsers wait 3,000. */
  budget?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** Options that have been checked. */
export interface BackendSettings extends Omit<BackendOptions, 'agents' | 'filters'> {
  agents: AgentSettings | undefined;
  /** Origin, without a trailing slash. */
  shop: string;
  allowed: ReadonlySet<string>;
  basePath: string;
  maxOffers: number;
  /** Attributes by which a list may be filtered. */
  filters: readonly string[];
  /** Seconds for which a list of offers is served without asking Limio again. */
  freshFor: number;
  proxies: number;
  budget: number;
  now: () => number;
  rules: OrderRules;
}

/** Checks options. @throws {LimioError} `config`, `shop_invalid`, `page_invalid`, naming the option */
export function readOptions(options: BackendOptions): BackendSettings {
  const { basePath = '', country, maxOffers = 10_000, proxies = 0, budget = 2500 } = options;
  const expiresAfter = options.expiresAfter ?? { hours: 4 };
  const demand = (isMet: boolean, sentence: string) => {
    if (!isMet) throw new LimioError('config', sentence);
  };
  demand(/^(\/[\w.-]+)*$/.test(basePath), '`basePath` is not a path such as `/limio`.');
  demand(COUNTRY.test(country), '`country` is not a code of two capital letters, such as `DE`.');
  demand(
    lifetime.safeParse(expiresAfter).success,
    '`expiresAfter` is not one unit, from 60 seconds to 30 days: { hours: 4 }.',
  );
  demand(Number.isInteger(proxies) && proxies >= 0, '`proxies` is not a number of proxies.');
  demand(
    Number.isInteger(maxOffers) && maxOffers >= 1 && maxOffers <= 100_000,
    '`maxOffers` is not a number from 1 to 100,000.',
  );
  demand(budget >= 100 && budget <= 60_000, '`budget` is not between 100 and 60,000 ms.');
  const { user = 'limio', password } = options.events ?? {};
  demand(
    /^[^:\p{Cc}]{1,100}$/u.test(user) && (typeof password !== 'string' || password.length >= 16),
    '`events` needs a `user` without a colon, and a `password` of 16 characters or more.',
  );
  for (const page of [options.renewalPage, options.updatePage]) if (page !== undefined) pagePath(page);
  return {
    ...options,
    agents: options.agents && readAgentOptions(options.agents, options.keys !== undefined),
    shop: shopOrigin(options.shop),
    allowed: readOrigins(options.origins),
    basePath,
    maxOffers,
    filters: (options.filters ?? DEFAULT_FILTERS).split(/[\s,]+/).filter(Boolean),
    freshFor: options.freshness?.freshFor ?? FRESH_FOR,
    proxies,
    budget,
    now: options.now ?? Date.now,
    rules: {
      country: isoCountry(country),
      page: options.page && pagePath(options.page),
      expiresAfter,
      carry: options.carry ?? DEFAULT_CARRY,
      trackingFields: options.trackingFields ?? '',
      customerFields: options.customerFields ?? customerFields,
    },
  };
}
