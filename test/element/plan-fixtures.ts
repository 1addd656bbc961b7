import { fixtureSync } from '@open-wc/testing';
import { expect, vi } from 'vitest';
import type { PlanChangeAnswer, PlanOffer } from '../../src/contract/plan-change.ts';
import { LimioPlanElement } from '../../src/element/plan/limio-plan.ts';
import { root, serve, shop, type Call } from './fixtures.ts';
import { WAIT_MS } from '../setup/patience.ts';

customElements.define('limio-plan', LimioPlanElement);

/** A plan as the backend tells it. */
export const plan = (name: string, amount = '29.00', rest: Partial<PlanOffer> = {}): PlanOffer => ({
  id: `id-${name}`,
  path: `/offers2/${name}`,
  name,
  price: { amount, currency: 'EUR', interval: { unit: 'month', count: 1 } },
  ...rest,
});

/** What can be changed to, and nothing chosen. */
export const change = (more: Partial<PlanChangeAnswer> = {}): PlanChangeAnswer => ({
  id: 'change-1',
  subscription: 'sub-1',
  plan: plan('Team'),
  mustChoose: false,
  plans: [],
  upgrades: [plan('Business', '59.00', { features: ['All of Team', 'Answers within the hour'] })],
  downgrades: [plan('Starter', '12.00')],
  addOns: [plan('Support', '49.00')],
  crossSells: [plan('Storage', '5.00')],
  lines: [],
  total: { amount: '78', currency: 'EUR' },
  isCompleted: false,
  ...more,
});

const LATER = '2096-12-01T00:00:00.000Z';

/** The same with the larger plan chosen. */
export const upgraded = (more: Partial<PlanChangeAnswer> = {}): PlanChangeAnswer =>
  change({
    lines: [
      {
        action: 'add',
        kind: 'plan',
        offerId: 'id-Business',
        name: 'Business',
        quantity: 1,
        effectiveAt: LATER,
      },
      { action: 'remove', kind: 'plan', offerId: 'id-Team', name: 'Team', quantity: 1, effectiveAt: LATER },
    ],
    total: { amount: '108', currency: 'EUR' },
    effectiveAt: LATER,
    url: `${shop}/update?basket=basket-1`,
    ...more,
  });

export const refusal = (code: string, status = 400, more: object = {}): Response =>
  Response.json({ code, requestId: 'r', ...more }, { status });

/**
 * Answers by method, the last one for all that follow. Not the backend itself, as `sells` has it: it changes plans by a
 * cookie of Limio, which no page's `fetch` shows; `test/pages/plan-demo.test.ts` goes the whole way.
 */
export function backend(answers: Partial<Record<string, Array<PlanChangeAnswer | Response>>>): Call[] {
  const asked: Record<string, number> = {};
  return serve(({ init }) => {
    const method = init.method!;
    const list = answers[method] ?? [];
    const answer = list[Math.min((asked[method] = (asked[method] ?? -1) + 1), list.length - 1)];
    if (!answer) throw new Error(`Nobody answers ${method}.`);
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
}

/** The tag as a page holds it. */
export const planTag = (attributes = '', content = `<a href="${shop}/account">Your account</a>`): string =>
  `<limio-plan lang="en-GB" subscription="sub-1" backend="/api" shop="${shop}" ${attributes}>${content}</limio-plan>`;

/** Puts markup on the page, and gives its `<limio-plan>`, before anything is drawn. */
export function placePlan(markup = planTag(), properties: Record<string, unknown> = {}): LimioPlanElement {
  const holder = fixtureSync<HTMLElement>(`<div>${markup}</div>`);
  return Object.assign(holder.querySelector('limio-plan')!, { context: 'token', ...properties });
}

/** Waits until a plan looks as a test wants it. */
export const until = (el: LimioPlanElement, isSo: () => void): Promise<void> =>
  vi.waitFor(
    async () => {
      await el.updateComplete;
      isSo();
    },
    { interval: 5, timeout: WAIT_MS },
  );

/** Puts a plan on the page and waits until it is drawn and nothing is under way. */
export async function showPlan(
  markup?: string,
  properties?: Record<string, unknown>,
): Promise<LimioPlanElement> {
  const el = placePlan(markup, properties);
  await until(el, () => expect(root(el).querySelector('[part~=title]')).not.toBeNull());
  return settled(el);
}

/** Waits until nothing is under way. */
export async function settled(el: LimioPlanElement): Promise<LimioPlanElement> {
  await until(el, () => expect(root(el).querySelector('.waiting,[aria-busy],[aria-disabled]')).toBeNull());
  return el;
}

/** What is seen of it, blanks evened out. */
export const said = (el: Element, selector = '.plan'): string =>
  [...root(el).querySelectorAll(selector)]
    .map((each) => each.textContent!.replace(/\s+/g, ' ').trim())
    .join(' | ');

/** Presses the button, or the link, of that name. */
export function press(el: Element, name: string): void {
  const buttons = [...root(el).querySelectorAll<HTMLElement>('button,a')];
  const found = buttons.find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent!).trim() === name,
  );
  if (!found) throw new Error(`There is no "${name}" in ${said(el)}`);
  found.focus();
  found.click();
}

export const bodiesOf = (calls: Call[]): unknown[] =>
  calls.map(({ init }) => (init.body ? JSON.parse(String(init.body)) : undefined));
