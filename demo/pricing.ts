import type { Feature, Interval, Offer } from '../src/core/offer/offer.ts';

const month: Interval = { unit: 'month', count: 1 };
const year: Interval = { unit: 'year', count: 1 };

const feature = (group: string, text: string, value: string | boolean, hint?: string): Feature => ({
  text,
  group,
  ...(typeof value === 'string' ? { value } : { included: value }),
  ...(hint && { hint }),
});

/** What each of the three plans includes, for a table. */
const included = (plan: 0 | 1 | 2): Feature[] => [
  feature('Inbox', 'Shared inboxes', ['1', '10', 'No limit'][plan]!),
  feature('Inbox', 'Tickets a month', ['500', 'No limit', 'No limit'][plan]!),
  feature('Inbox', 'Chat on your site', plan > 0),
  feature('Security', 'Two-step sign-in', true),
  feature('Security', 'Single sign-on', plan > 1, 'Your people sign in with your own identity provider.'),
  feature('Support', 'Answered within', ['2 working days', '8 hours', '1 hour'][plan]!),
];

const lines = [
  ['1 shared inbox', '500 tickets a month', 'E-mail support'],
  ['Unlimited tickets', 'Reports and audit', 'Chat on your site'],
  ['Single sign-on', '99.9% uptime, in writing', 'A person to call'],
] as const;

const plan = (
  n: 0 | 1 | 2,
  term: 'Monthly' | 'Yearly',
  amount: string,
  rest: Partial<Offer> = {},
): Offer => ({
  path: `/offers2/Desk ${['Starter', 'Team', 'Business'][n]!} ${term}`,
  name: ['Starter', 'Team', 'Business'][n]!,
  summary: ['For one person and one inbox', 'For a team that answers together', 'For several brands'][n]!,
  price: { amount, currency: 'USD', interval: term === 'Monthly' ? month : year },
  features: lines[n],
  group: term.toLowerCase(),
  ...(n === 1 && { highlighted: true, badge: 'Most popular' }),
  ...rest,
});

const monthly = [plan(0, 'Monthly', '12'), plan(1, 'Monthly', '29'), plan(2, 'Monthly', '59')];
const yearly = [plan(0, 'Yearly', '120'), plan(1, 'Yearly', '290'), plan(2, 'Yearly', '590')];
const alone = monthly.map(({ group: _, ...offer }) => offer);
const seats = { initial: 3, min: 1, max: 50, step: 1 };
const soon = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000).toISOString();

/** The lists of the page, by the id of their element. */
const LISTS: Readonly<Record<string, readonly Offer[]>> = {
  savings: [...monthly, ...yearly],
  compare: alone.map((offer, n) => ({ ...offer, features: included(n as 0 | 1 | 2) })),
  seats: alone.slice(1).map((offer) => ({ ...offer, quantity: seats })),
  basket: [...monthly, ...yearly],
  current: [
    alone[0]!,
    { ...alone[1]!, price: { ...alone[1]!.price!, was: '35' }, until: soon },
    {
      path: '/contact',
      name: 'Enterprise',
      summary: 'For more than 200 seats',
      displayPrice: [{ text: 'On request' }],
      href: 'mailto:sales@example.com',
      cta: 'Talk to us',
      features: ['Own data region', 'Terms of your own'],
    },
  ],
};

for (const [id, offers] of Object.entries(LISTS))
  Object.assign(document.getElementById(id)!.querySelector('limio-offers')!, { offers });
