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

/** What a backend is told so that it has every route. */
export const EVERY_ROUTE = {
  partner: { credentials: () => CREDENTIALS },
  shop: SHOP,
  origins: [ORIGIN],
  country: 'US',
  keys: () => [{ label: 'caller', scopes: ['quotes', 'renewals', 'partner'] as const, sha256: digest(KEY) }],
  context: { ...SIGNER, audience: 'limio-offers' },
};

export interface Answer {
  status: number;
  body: { code?: string; fields?: string[]; id?: string; url?: string; [field: string]: unknown };
}

/** A backend that has every route, over real sockets, on a Limio in which something can go wrong. */
export async function everyRoute(state: BackendState = memoryState()) {
  const limio = await serveSandbox();
  /** Asks a backend that has `budget` milliseconds, and remembers nothing but what is in the state. */
  const send = async ({ method, path, body }: Ask, budget = 20_000): Promise<Answer> => {
    const { fetch } = limioBackend({
      ...EVERY_ROUTE,
      limio: { tenant: limio.origin, credentials: () => CREDENTIALS },
      state,
      budget,
    });
    const headers = /^\/(checkouts|plan)/.test(path)
      ? { origin: ORIGIN, 'limio-context': ADA }
      : { authorization: `Bearer ${KEY}`, 'idempotency-key': 'asked-twice' };
    const request = new Request(HERE + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
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
  /** The field that is refused where nothing is for sale. */
  soldOut?: string;
  /** Asked before; its token is still known. */
  first?: Ask;
  ask: (id: string) => Ask;
  /** What is answered in the end, beside whatever else. */
  ends?: object;
}

const ATTEMPT = 'an-attempt-that-meets-a-fault';
const SUPPORT = '/add_ons/Desk Priority Support';
const items = [{ path: '/offers2/Desk Business Negotiated' }, { path: SUPPORT }];
const basket: Ask = { method: 'POST', path: '/partner/checkouts', body: { items: items.slice(0, 1) } };
const change: Ask = {
  method: 'POST',
  path: '/plan-changes',
  body: { attemptId: ATTEMPT, subscription: 'sub-1' },
};

export const FAULTY_ROUTES: readonly FaultyRoute[] = [
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
        items: [{ path: '/offers2/Desk Team Monthly' }, { path: SUPPORT }],
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
