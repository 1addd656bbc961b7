import { expectElement } from './accessible.ts';
import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import { LANGUAGES } from '../../src/locales/languages.ts';
import { find, findAll, finished, offer, serve, show, tag } from './fixtures.ts';
import { within } from './surroundings.ts';

beforeAll(() => page.viewport(1300, 900));

const year = { amount: '290', currency: 'EUR', was: '350', interval: { unit: 'year', count: 1 } } as const;
const features = [
  'Mail',
  { text: 'Tickets', value: '500', group: 'Inbox', hint: 'Each month, for all of you.' },
  { text: 'Chat', included: false, group: 'Inbox' },
];
const plan = (name: string, rest: object = {}) => offer(name, { features, ...rest });
const plans = [plan('Starter'), plan('Team', { highlighted: true, badge: 'Most popular' }), plan('Max')];
const grouped = [
  plan('Team', { group: 'monthly' }),
  plan('Team', { path: '/offers2/Y', group: 'yearly', price: year }),
];
const ends = plans.map((each) => ({ ...each, until: new Date(Date.now() + 30 * 864e5).toISOString() }));
const over = plans.map((each) => ({ ...each, until: '2020-01-01T00:00:00Z' }));
const elsewhere = [...plans, plan('Talk', { price: undefined, href: 'mailto:enterprise.sales@example.com' })];
const seats = plans.map((each) => ({ ...each, quantity: { initial: 3, min: 1, max: 9, step: 1 } }));

type Act = (el: LimioOffersElement) => void;
const hint: Act = (el) => findAll(el, '.hint')[0]!.click();
const chosen: Act = (el) => findAll(el, '.choice input').forEach((input) => input.click());
const opened: Act = (el) => find(el, 'summary').click();
const own =
  '<p slot="trust">Cancel anytime.</p><p slot="empty" hidden>Soon.</p><p slot="error" hidden>Write to us.</p>';

// prettier-ignore
const states: Array<[state: string, attributes: string, offers: object[] | undefined, act?: Act]> = [
  ['savings',                'group="yearly"',                                  grouped],
  ['seats',                  'checkout="assisted" backend="/api"',              seats],
  ['a basket',               'select="many"',                                   plans,   chosen],
  ['a comparison',           'layout="compare"',                                plans],
  ['a comparison of seats',  'layout="compare" checkout="assisted" backend="/api"', seats],
  ['a comparison on demand', 'compare-offers',                                  plans,   opened],
  ['a hint',                 '',                                                plans,   hint],
  ['a hint in a comparison', 'layout="compare"',                                plans,   hint],
  ['your plan',              'current="/offers2/Starter"',                      plans],
  ['your plan in a comparison', 'layout="compare" current="/offers2/Starter"',  plans],
  ['a card that leads elsewhere', '',                                            elsewhere],
  ['one of them in a comparison', 'layout="compare"',                            elsewhere],
  ['the end of an offer',    '',                                                ends],
  ['nothing for sale',       '',                                                over],
  ['a list that failed',     'src="/missing.json"',                             undefined],
];
const WIDTHS = [280, 390, 600, 768, 1280];
const table = states.flatMap((state) =>
  ['light', 'dark'].map((scheme) => [state[0], scheme, state] as const),
);

test.for(table)('axe finds nothing at any width: %s, %s', async ([, scheme, [, attributes, offers, act]]) => {
  serve(() => new Response(null, { status: 500 }));
  const ground = scheme === 'dark' ? 'background:#000;color:#fff' : 'background:#fff;color:#000';
  for (const width of WIDTHS) {
    const markup = within(width, tag(`lang="en" ${attributes}`, own), `color-scheme:${scheme};${ground}`);
    const el = await show(markup, { offers });
    await finished(el);
    act?.(el);
    await el.updateComplete;
    await expectElement(el).to.be.accessible();
    expect(el.scrollWidth, `${width} px`).toBeLessThanOrEqual(width);
    el.remove();
  }
});

test.for(Object.keys(LANGUAGES))('axe finds nothing on a phone in %s', async (lang) => {
  serve(() => new Response(null, { status: 500 }));
  for (const [, attributes, offers, act] of states) {
    const el = await show(within(390, tag(`locale="${lang}" ${attributes}`, own)), { offers });
    await finished(el);
    act?.(el);
    await el.updateComplete;
    await expectElement(el).to.be.accessible();
    el.remove();
  }
});

test.for(['en', ...Object.keys(LANGUAGES)])('words fit into the narrowest places: %s', async (lang) => {
  serve(() => new Response(null, { status: 500 }));
  for (const [state, attributes, offers, act] of states)
    for (const width of [280, 390]) {
      const el = await show(within(width, tag(`locale="${lang}" ${attributes}`, own)), { offers });
      await finished(el);
      act?.(el);
      await el.updateComplete;
      expect(el.scrollWidth, `${state}, ${width} px`).toBeLessThanOrEqual(width);
      for (const box of findAll(
        el,
        '.cta, .total, .pill, .monthly, .lines span, .money, .totals div, td, th',
        // What stands in a line has no width of its own; the box around it has.
      ).filter(({ clientWidth }) => clientWidth > 0))
        expect(
          box.scrollWidth,
          `${state}, ${width} px: ${box.className} ${box.textContent}`,
        ).toBeLessThanOrEqual(box.clientWidth + 1);
      el.remove();
    }
});
