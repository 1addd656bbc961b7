import { facts } from './plan-summary.ts';
import type { PlanView } from './plan-view.ts';

/** What is under way, or what has been chosen, its price and its date. */
export function announcementOf(view: PlanView): string {
  const { picture, words, isBusy } = view;
  if (picture.kind === 'loading') return words.planLoading;
  if (isBusy) return words.working;
  if (picture.kind !== 'change' || !picture.change.lines.length) return '';
  const lines = facts(picture, view).map(([term, value]) => `${term}: ${value}`);
  const { chosen } = picture;
  return [chosen && `${words.chosen}: ${chosen.name}`, ...lines].filter(Boolean).join('. ');
}
