import type { AgentShop } from '../../src/agent/agent-shop.ts';
import type { Offer } from '../../src/core/offer/offer.ts';

export const SHOP = 'https://shop.example.com';

/** Noon on a day on which the plans are sold. */
export const NOON = Date.parse('2026-11-21T12:00:00.000Z');

export const PLANS: Offer[] = [
  {
    path: '/offers2/Starter',
    name: 'Starter',
    price: { amount: '9.00', currency: 'EUR', interval: { unit: 'month', count: 1 } },
    features: ['1 project', 'Mail support'],
    labels: ['pricing'],
  },
  {
    path: '/offers2/Pro Team (Annual)',
    name: 'Pro Team',
    price: { amount: '29.50', currency: 'EUR', interval: { unit: 'month', count: 1 } },
    smallPrint: [{ text: 'Renews each month' }],
    features: ['Everything in Starter', 'Shared projects'],
    labels: ['pricing', 'teams'],
    quantity: { initial: 5, min: 5, max: 100, step: 5 },
    page: '/team-checkout',
  },
  { path: '/offers2/German', name: 'German', countries: ['DE'] },
  { path: '/offers2/Over', name: 'Over', until: '2020-01-01T00:00:00.000Z' },
];

/** A shop that answers from a list, and whatever a test adds. */
export const shopOf = (offers: readonly Offer[] = PLANS, more: Partial<AgentShop> = {}): AgentShop => ({
  shop: SHOP,
  now: () => NOON,
  readOffers: async () => ({ offers, readAt: NOON }),
  ...more,
});
