import type { PlanChangeAnswer } from '../contract/plan-change.ts';
import type { Offer } from '../core/offer/offer.ts';
import { fieldsOf } from '../core/read-fields.ts';

/** A plan or an add-on with the id by which it is chosen. */
export type PlanOffer = Offer & { id: string };

/** One thing that will be different. */
export type PlanLine = PlanChangeAnswer['lines'][number];

type Offers = 'plans' | 'upgrades' | 'downgrades' | 'addOns' | 'crossSells';

/** A change of plan as the backend tells it, with offers that a card can be drawn of. */
export interface PlanChange extends Omit<PlanChangeAnswer, Offers | 'plan'>, Record<Offers, PlanOffer[]> {
  plan?: PlanOffer | undefined;
}

/** Reads the answer of a backend, as far as something can be drawn of it; `undefined` where it is none. */
export function readPlanChange(answer: unknown): PlanChange | undefined {
  const given = fieldsOf(answer) as unknown as PlanChangeAnswer;
  if (typeof given.id !== 'string' || !Array.isArray(given.lines)) return undefined;
  const offers = (list: unknown) =>
    Array.isArray(list) ? list.flatMap((each) => planOffer(each) ?? []) : [];
  return {
    ...given,
    plan: planOffer(given.plan),
    plans: offers(given.plans),
    upgrades: offers(given.upgrades),
    downgrades: offers(given.downgrades),
    addOns: offers(given.addOns),
    crossSells: offers(given.crossSells),
  };
}

/** Not everything that can be chosen is in the published catalogue; it is known by its id alone then. */
function planOffer(value: unknown): PlanOffer | undefined {
  const { id, name, path = `/${String(id)}` } = fieldsOf(value);
  return typeof id === 'string' && typeof name === 'string'
    ? { ...(value as PlanOffer), path: String(path) }
    : undefined;
}
