import type { PlanState } from '../../controllers/plan-controller.ts';
import type { PlanChange, PlanLine, PlanOffer } from '../../controllers/read-plan-change.ts';

/** What is drawn. */
export type PlanPicture =
  /** Nothing but what the page holds. */
  | { kind: 'children' | 'loading' | 'failed' }
  /** A change has been made and takes effect later; what is not known of it is left out. */
  | {
      kind: 'pending';
      until: string | undefined;
      plan?: PlanOffer | undefined;
      chosen?: PlanOffer | undefined;
    }
  | { kind: 'which'; plans: readonly PlanOffer[] }
  | ChangePicture;

/** The present plan, what it can be changed to, and what has been chosen. */
export interface ChangePicture {
  kind: 'change';
  change: PlanChange;
  plan: PlanOffer | undefined;
  /** The plan that is chosen. */
  chosen: PlanOffer | undefined;
  /** How many of it, or of the present plan; left out where that is not known. */
  count: number | undefined;
}

/**
 * What a state looks like.
 *
 * @param hasContent whether the page holds something between the tags, such as a link to the shop.
 * @param count how many are wanted, where that is newer than the state.
 */
export function planPictureOf(state: PlanState, hasContent: boolean, count: number | undefined): PlanPicture {
  if (state.status === 'idle') return { kind: 'children' };
  if (state.status === 'loading') return { kind: 'loading' };
  if (state.status === 'pending') return { kind: 'pending', until: state.until };
  if (state.status === 'failed') return { kind: hasContent ? 'children' : 'failed' };
  const { change } = state;
  const { plan, plans, upgrades, downgrades, lines, isCompleted } = change;
  const added = addedPlan(lines);
  const chosen = [...upgrades, ...downgrades, ...(plan ? [plan] : [])].find(
    ({ id }) => id === added?.offerId,
  );
  if (isCompleted) return { kind: 'pending', until: lastDay(lines), plan, chosen };
  if (change.mustChoose && !upgrades.length && !downgrades.length)
    return plans.length ? { kind: 'which', plans } : { kind: hasContent ? 'children' : 'failed' };
  return { kind: 'change', change, plan, chosen, count: count ?? added?.quantity ?? change.quantity };
}

/** The line of a plan that a change adds. */
export const addedPlan = (lines: readonly PlanLine[]): PlanLine | undefined =>
  lines.find(({ action, kind }) => action === 'add' && kind === 'plan');

const lastDay = (lines: readonly PlanLine[]): string | undefined =>
  lines
    .map(({ effectiveAt = '' }) => effectiveAt)
    .sort()
    .at(-1);
