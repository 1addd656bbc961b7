import { serveSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { limioBackend } from '../../src/server/backend.ts';
import { digest } from '../../src/server/gate/digest.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import type { BackendState } from '../../src/server/state/state.ts';
import { ADA, idOf, SIGNER } from './plan-setup.ts';
import { CREDENTIALS, SHOP } from './pretend-limio.ts';
import { HERE, ORIGIN } from './setup.ts';

/** The key of whoever calls without a page. */
export const KEY = 'limio-offers-key-of-whoever-calls-0123456789';

/** The password of Limio's webhooks. */
const PASSWORD = 'a-password-of-limio-alone';

/** What a route asks for of whoever calls it. */
export const headersFor = (path: string): Record<string, string> => {
  if (/^\/(checkouts|plan|offers)/.test(path)) return { origin: ORIGIN, 'limio-context': ADA };
  if (path.startsWith('/webhooks')) return { authorization: `Basic ${btoa(`limio:${PASSWORD}`)}` };
  return { authorization: `Bearer ${KEY}`, 'idempotency-key': 'asked-twice' };
};

/** What a backend is told so that it has every route. */
export const EVERY_ROUTE = {
  partner: { credentials: () => CREDENTIALS },
  shop: SHOP,
  origins: [ORIGIN],
  country: 'US',
  keys: () => [
    { label: 'caller', scopes: ['quotes', 'renewals', 'partner', 'agent'] as const, sha256: digest(KEY) },
  ],
  agents: { publicUrl: HERE },
  events: { user: 'limio', password: PASSWORD },
  context: { ...SIGNER, audience: 'limio-offers' },
};

export interface Answer {
  status: number;
  body: {
    code?: string;
    fields?: string[];
    id?: string;
    checkoutId?: string;
    url?: string;
    [field: string]: unknown;
  };
}

/** A backend that has every route, over real sockets, on a Limio in which something can go wrong. */
export async function everyRoute(state: BackendState = memoryState()) {
  // What an agent asks for again is the same order for ten minutes, which begin now.
  const ahead = 600_000 - (Date.now() % 600_000);
  const now = () => Date.now() + ahead;
  const limio = await serveSandbox({ now });
  /** Asks a backend that has `budget` milliseconds, and remembers nothing but what is in the state. */
  const send = async ({ method, path, body }: Ask, budget = 20_000): Promise<Answer> => {
    const { fetch } = limioBackend({
      ...EVERY_ROUTE,
      limio: { tenant: limio.origin, credentials: () => CREDENTIALS },
      state,
      budget,
      now,
    });
    const request = new Request(HERE + path, {
      method,
      headers: { ...headersFor(path), 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const response = await fetch(request, { address: '192.0.2.1' });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  return { limio, send, count: () => limio.state.baskets.size + limio.state.changes.size };
}

export interface Ask {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: object;
}

/** A route, what it asks of Limio, and what it is asked: with the id of what `first` has made, where it needs one. */
export interface FaultyRoute {
  name: string;
  /** Without these it cannot be done. */
  needs: readonly string[];
  /** It is done without these, too. */
  goodWithout?: readonly string[];
  /** How many baskets there are in the end. Default 1. */
  baskets?: 0;
  /** The field that is refused where nothing is for sale; empty where none is named. */
  soldOut?: string;
  /** Asked before; its token is still known. */
  first?: Ask;
  ask: (id: string) => Ask;
  /** What is answered in the end, beside whatever else. */
  ends?: object;
}

const ATTEMPT = 'an-attempt-that-meets-a-fault';
const TEAM = '/offers2/Desk Team Monthly';
const SUPPORT = '/add_ons/Desk Priority Support';
const items = [{ path: '/offers2/Desk Business Negotiated' }, { path: SUPPORT }];
const basket: Ask = { method: 'POST', path: '/partner/checkouts', body: { items: items.slice(0, 1) } };
const change: Ask = {
  method: 'POST',
  path: '/plan-changes',
  body: { attemptId: ATTEMPT, subscription: 'sub-1' },
};

const agentOrder: Ask = {
  method: 'POST',
  path: '/agent/checkouts',
  body: { paths: [TEAM], quantity: 3, email: 'ada@example.com', promoCode: 'SAVE20' },
};

export const FAULTY_ROUTES: readonly FaultyRoute[] = [
  {
    name: 'a list of offers',
    needs: ['token', 'listOffers'],
    baskets: 0,
    ask: () => ({ method: 'GET', path: '/offers' }),
  },
  {
    name: 'a list for an agent',
    needs: ['token', 'listOffers'],
    baskets: 0,
    ask: () => ({ method: 'POST', path: '/agent/offers', body: { limit: 5 } }),
  },
  {
    name: 'a checkout for an agent',
    needs: ['token', 'listOffers'],
    // The purchase link sells in its place.
    goodWithout: ['initiateCheckout', 'applyPromoCode'],
    soldOut: '',
    ask: () => agentOrder,
    ends: { prefilled: true },
  },
  {
    name: 'what became of it',
    needs: ['abandonedBaskets'],
    first: agentOrder,
    ask: (checkoutId) => ({ method: 'POST', path: '/agent/checkout-states', body: { checkoutId } }),
    ends: { state: 'open' },
  },
  {
    name: 'a webhook of Limio',
    needs: [],
    baskets: 0,
    ask: () => ({
      method: 'POST',
      path: '/webhooks/limio?event=order-submitted',
      body: { id: 'basket-1', offers: [TEAM] },
    }),
    ends: { event: 'order_submitted' },
  },
  {
    name: 'an assisted checkout',
    needs: ['token', 'listOffers', 'listAddOns', 'initiateCheckout'],
    goodWithout: ['applyPromoCode'],
    soldOut: 'items.0.path',
    ask: () => ({
      method: 'POST',
      path: '/checkouts',
      body: {
        attemptId: ATTEMPT,
        items: [{ path: TEAM }, { path: SUPPORT }],
        promoCode: 'SAVE20',
      },
    }),
  },
  {
    name: 'a quote',
    needs: ['token', 'listOffers', 'listAddOns', 'initiateCheckout'],
    goodWithout: ['applyPromoCode'],
    soldOut: 'items.0.path',
    ask: () => ({ method: 'POST', path: '/quotes', body: { items, promoCode: 'SAVE20' } }),
  },
  {
    name: 'a renewal',
    needs: ['token', 'renewCheckout'],
    ask: () => ({ method: 'POST', path: '/renewals', body: { subscriptionReference: 'A-1001' } }),
  },
  {
    name: 'a partner’s basket',
    needs: ['token', 'listOffers', 'listAddOns', 'initiatePartnerCheckout', 'validatePartnerCheckout'],
    soldOut: 'items.0.path',
    ask: () => ({ ...basket, body: { items } }),
  },
  {
    name: 'a change of a partner’s basket',
    needs: ['listOffers', 'listAddOns', 'updatePartnerCheckout', 'validatePartnerCheckout'],
    soldOut: 'actions.0.offerId',
    first: basket,
    ask: (id) => ({
      method: 'PUT',
      path: `/partner/checkouts/${id}`,
      body: { actions: [{ action: 'add', offerId: idOf('Priority Support') }] },
    }),
    ends: { items: items.map(({ path }) => ({ path })) },
  },
  {
    name: 'what is blocked of a partner’s basket',
    needs: ['validatePartnerCheckout'],
    first: basket,
    ask: (id) => ({ method: 'POST', path: `/partner/checkouts/${id}/validate` }),
  },
  {
    name: 'the start of a change of plan',
    needs: ['token', 'startSubscriptionCheckout'],
    goodWithout: ['listOffers', 'listAddOns'],
    ask: () => change,
  },
  {
    name: 'a change of plan that is read',
    needs: ['getSubscriptionCheckout'],
    goodWithout: ['listOffers', 'listAddOns'],
    first: change,
    ask: (id) => ({ method: 'GET', path: `/plan-changes/${id}` }),
  },
  {
    name: 'a choice of a plan',
    needs: ['getSubscriptionCheckout', 'updateSubscriptionCheckout'],
    soldOut: 'offer',
    goodWithout: ['listOffers', 'listAddOns'],
    first: change,
    ask: (id) => ({ method: 'PUT', path: `/plan-changes/${id}`, body: { offer: idOf('Business Monthly') } }),
    ends: {
      lines: [
        { action: 'add', name: 'Business', quantity: 5 },
        { action: 'remove', name: 'Team', quantity: 3 },
      ],
    },
  },
];
