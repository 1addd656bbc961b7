import type { World } from '../world.ts';

/** A subscription of a customer of Acme Desk. */
export interface Subscription {
  id: string;
  /** Name of the subscription, as customers read it on an invoice. */
  reference: string;
  /** Paths of the offers it holds. With several of them, a change has to choose one first. */
  offers: readonly string[];
  quantity: number;
  /** Paths of the add-ons it holds. */
  addOns: readonly string[];
  customer: { firstName: string; lastName: string; email: string };
  address: Readonly<Record<string, string>>;
  country: string;
  /** Days from now until the term ends; below 0 it has ended. */
  daysLeft: number;
  /** Left out: it goes on. */
  status?: 'cancelled' | 'grace' | 'ended';
  /** A change has been made that takes effect at the end of the term. */
  isPending?: boolean;
}

const ada = {
  quantity: 3,
  addOns: [],
  customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
  address: { address1: '12 St James’s Square', city: 'London', postalCode: 'SW1Y 4JH', country: 'GB' },
  country: 'GB',
  daysLeft: 20,
};

/**
 * Subscriptions. `sub-pending` has a change pending, `sub-many` holds two plans; `sub-cancelled` and `sub-grace` can be
 * renewed still, `sub-ended` no more.
 */
export const SUBSCRIPTIONS: readonly Subscription[] = [
  {
    ...ada,
    id: 'sub-1',
    reference: 'A-1001',
    offers: ['/offers2/Desk Team Monthly'],
    addOns: ['/add_ons/Desk Priority Support'],
  },
  {
    ...ada,
    id: 'sub-pending',
    reference: 'A-1002',
    offers: ['/offers2/Desk Team Monthly'],
    isPending: true,
  },
  {
    ...ada,
    id: 'sub-many',
    reference: 'A-1003',
    offers: ['/offers2/Desk Starter Monthly', '/offers2/Desk Team Monthly'],
  },
  {
    ...ada,
    id: 'sub-cancelled',
    reference: 'A-1004',
    offers: ['/offers2/Desk Team Monthly'],
    daysLeft: 12,
    status: 'cancelled',
  },
  {
    ...ada,
    id: 'sub-grace',
    reference: 'A-1005',
    offers: ['/offers2/Desk Team Monthly'],
    daysLeft: -5,
    status: 'grace',
  },
  {
    ...ada,
    id: 'sub-ended',
    reference: 'A-1006',
    offers: ['/offers2/Desk Team Monthly'],
    daysLeft: -200,
    status: 'ended',
  },
];

const DAY_MS = 86_400_000;

/** @returns the subscription of an id or a reference. */
export const subscriptionOf = (idOrReference: string | undefined): Subscription | undefined =>
  SUBSCRIPTIONS.find(({ id, reference }) => idOrReference === id || idOrReference === reference);

/** ISO 8601 instant at which the term ends. */
export const endOfTerm = ({ now }: World, { daysLeft }: Subscription): string =>
  new Date(now() + daysLeft * DAY_MS).toISOString();

/** The day a pending change takes effect; `undefined` while none is pending. */
export const pendingUntil = (world: World, subscription: Subscription): string | undefined =>
  world.state.pending.get(subscription.id) ??
  (subscription.isPending ? endOfTerm(world, subscription).slice(0, 10) : undefined);

/** Whether every detail that was given is the subscriber's; case and spaces do not matter. */
export function isSubscriber(
  { customer, address }: Subscription,
  { email, ...given }: Readonly<Record<string, string | undefined>>,
): boolean {
  const plain = (text: string | undefined) => text?.replace(/\s+/g, '').toLowerCase();
  return (
    (email === undefined || plain(email) === plain(customer.email)) &&
    Object.entries(given).every(([field, value]) => plain(value) === plain(address[field]))
  );
}
