import { getCookie, LANDING_COOKIE } from './handlers/cookie.ts';
import type { RawItem } from './items/raw-item.ts';
import { hex40 } from './items/raw-item.ts';
import type { SentWebhook, WebhookReceiver } from './webhooks.ts';
import { readScenarios, type Scenario, type ScenarioName } from './scenarios.ts';

/** A line of a basket. */
export interface Line {
  id: string;
  item: RawItem;
  quantity: number;
  parentId?: string | undefined;
}

/** A basket as the sandbox keeps it. Instants are milliseconds since 1970. */
export interface Basket {
  id: string;
  externalId: string;
  lines: Line[];
  country?: string | undefined;
  customer?: Record<string, string> | undefined;
  tracking?: Record<string, unknown> | undefined;
  customFields?: Record<string, string> | undefined;
  /** Page of the shop that was asked for. */
  journey?: string | undefined;
  promo?: string | undefined;
  /** Account it was last opened for, by an assisted link. */
  account?: string | undefined;
  createdAt: number;
  expiresAt: number;
  /** It has been bought. */
  isCompleted?: boolean;
}

/** A change to a subscription that is being made. */
export interface SubscriptionChange {
  checkoutId: string;
  /** Id of the subscription. */
  subscription: string;
  externalId?: string | undefined;
  /** Id of the offer of the subscription that is changed, where there are several. */
  chosen?: string | undefined;
  items: ChangeItem[];
  isCompleted?: boolean;
}

/** What a change adds or removes. */
export interface ChangeItem {
  id: string;
  orderItemActionType: 'add' | 'remove';
  type: 'offer' | 'addon';
  offerId: string;
  quantity: number;
  /** For one, in major units. */
  price: { amount: number; currency: string };
  /** ISO 8601 instant. */
  effective_date: string;
  item: RawItem;
  /** Limio has added it by itself. */
  isImplied?: boolean;
}

/** One request the sandbox was asked. */
export interface LogEntry {
  /** As in the client; `undefined` for the shop's own pages. */
  operation: string | undefined;
  method: string;
  path: string;
  /** What was sent as JSON. */
  body?: unknown;
  /** 0 when the connection was cut. */
  status: number;
}

/** Everything a pretend Limio remembers. */
export interface State {
  /** Access tokens and the instant each expires. */
  tokens: Map<string, number>;
  baskets: Map<string, Basket>;
  changes: Map<string, SubscriptionChange>;
  /** Subscriptions with a change that takes effect later, and the day it does. */
  pending: Map<string, string>;
  scenarios: Scenario[];
  /** How often a scenario that ends by itself has struck. */
  struck: Map<string, number>;
}

/** What all handlers share. */
export interface World {
  state: State;
  log: LogEntry[];
  now: () => number;
  /** Signs the links. */
  secret: string;
  clientId: string;
  clientSecret: string;
  /** Overrides fields of the token reply. */
  tokenReply: Record<string, unknown>;
  offers: readonly RawItem[];
  addOns: readonly RawItem[];
  /** Who is told by webhooks; left out: nobody. */
  webhooks?: WebhookReceiver | undefined;
  /** What they were told. */
  sent: SentWebhook[];
}

/** Scenarios of one request: those it names itself, in a header or its query, else the current ones. */
export function scenariosFor({ state }: World, { headers, url }: Request): Scenario[] {
  const named = headers.get('x-sandbox-scenario') ?? new URL(url).searchParams.get('sandbox');
  return named ? readScenarios(named) : state.scenarios;
}

export const isIn = (world: World, request: Request, name: ScenarioName): boolean =>
  scenariosFor(world, request).some((scenario) => scenario.name === name);

/** The catalogue as it stands: with other versions after a change, empty when sold out. */
export function published(world: World, request: Request, items: readonly RawItem[]): RawItem[] {
  if (isIn(world, request, 'sold-out')) return [];
  if (!isIn(world, request, 'changed-version')) return [...items];
  return items.map((item) => ({ ...item, version: hex40(`${item.path}#2`) }));
}

/** A basket that can still be changed and bought: neither expired nor completed. */
export function openBasketOf({ state, now }: World, id: string): Basket | undefined {
  const basket = state.baskets.get(id);
  return basket && !basket.isCompleted && now() < basket.expiresAt ? basket : undefined;
}

/** The basket behind a landing-state cookie. */
export const basketOf = (world: World, request: Request): Basket | undefined =>
  openBasketOf(world, getCookie(request, LANDING_COOKIE));
