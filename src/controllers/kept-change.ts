import type { PlanSource } from './plan-requests.ts';

/** Where a tab keeps which change is under way. */
const KEY = 'limio-plan';

/** Tells changes apart; it is kept beside the id, so that another subscription does not go on with this one. */
const nameOf = ({ backend, subscription }: PlanSource): string => `${backend} ${subscription}`;

/** The id of the change that this tab was about to make; only the customer who started it can use it. */
export function keptChange(source: PlanSource): string | undefined {
  // Touching the storage throws in frames without one.
  try {
    const [name, id] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[];
    return name === nameOf(source) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the id of a change until the tab is closed, where the browser lets it. */
export function keepChange(source: PlanSource, id: string): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([nameOf(source), id]));
  } catch {}
}
