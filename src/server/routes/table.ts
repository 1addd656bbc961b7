import { checkouts } from './checkouts.ts';
import { description } from './description.ts';
import { live, ready } from './health.ts';
import { limioEvents } from './limio-events.ts';
import { offers } from './offers.ts';
import type { BackendSettings } from '../options.ts';
import { AGENT_ROUTES } from './agents/agent-routes.ts';
import { agentDescription } from './agents/description.ts';
import { buy } from './agents/buy.ts';
import { DISCOVERY_ROUTES } from './agents/discovery.ts';
import { FEED_ROUTES } from './agents/feeds.ts';
import { goByClick, goByForm } from './agents/go.ts';
import { mcpRoute } from './agents/mcp.ts';
import { UCP_ROUTES } from './agents/ucp.ts';
import { PARTNER_ROUTES } from './partner.ts';
import { PLAN_ROUTES } from './plan-changes.ts';
import { quotes } from './quotes.ts';
import { renewals } from './renewals.ts';
import type { Route } from './route.ts';

/** The routes that every backend has. A new one is a file and a row here. */
export const ROUTES: readonly Route[] = [offers, checkouts, live, ready, description];

/** The routes for callers with a key. */
const KEY_ROUTES: readonly Route[] = [quotes, renewals];

/** The routes of one backend: what it is not set up for is not there. */
export const routesOf = ({
  agents,
  context,
  events,
  identify,
  keys,
  partner,
}: Pick<
  BackendSettings,
  'agents' | 'context' | 'events' | 'identify' | 'keys' | 'partner'
>): readonly Route[] => [
  ...ROUTES,
  ...(context || identify ? PLAN_ROUTES : []),
  ...(events ? [limioEvents] : []),
  ...(keys ? KEY_ROUTES : []),
  ...(keys && partner ? PARTNER_ROUTES : []),
  ...(agents ? [...FEED_ROUTES, buy] : []),
  ...(agents?.mcp ? [mcpRoute(agents.mcp)] : []),
  ...(agents?.mcp && agents.publicUrl ? DISCOVERY_ROUTES : []),
  ...(agents?.ucp ? UCP_ROUTES : []),
  ...(agents?.publicUrl && keys ? [...AGENT_ROUTES, agentDescription, goByClick, goByForm] : []),
];
