import { getCookie } from './cookie.ts';
import type { RawItem } from './raw-item.ts';
import { hex40 } from './raw-item.ts';
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
  /** Page of the shop that was asked for. */
  journey?: string | undefined;
  promo?: string | undefined;
  /** Account it was last opened for, by an assisted link. */
  account?: string | undefined;
  createdAt: number;
  expiresAt: number;
}

/** A change to a subscription that is being made. */
export interface SubscriptionChange {
  checkoutId: string;
  subscription: Record<string, string>;
  externalId?: string | undefined;
  items: Record<string, unknown>[];
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

/** The basket behind a landing-state cookie. */
export const basketOf = ({ state }: World, request: Request): Basket | undefined =>
  state.baskets.get(getCookie(request, 'landing-state'));
