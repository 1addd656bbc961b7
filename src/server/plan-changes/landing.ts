import type { PlanOffer } from '../../contract/plan-change.ts';
import { digest } from '../gate/digest.ts';
import { HttpError } from '../http-error.ts';
import { readKept } from '../state/read-kept.ts';
import type { BackendState } from '../state/state.ts';
import type { Subscriber } from './subscriber.ts';

/** How long a change can be gone on with, in milliseconds: a working day and more. */
const TTL_MS = 24 * 3_600_000;

/** A plan or an add-on, with what only the backend needs. */
export interface KnownOffer extends PlanOffer {
  /** Page of the shop on which a change to it is confirmed. */
  page?: string;
}

/** What is kept of a change under an opaque id. The landing-state cookie is Limio's, and no page ever sees it. */
export interface Landing {
  owner: string;
  subscription: string;
  basketId: string;
  cookie: string;
  /** The present plan, and how many of it, once that is known. */
  plan?: KnownOffer | undefined;
  quantity?: number | undefined;
  /** What the present plan can be changed to: Limio makes these anew from whatever has been chosen. */
  upgrades: readonly KnownOffer[];
  downgrades: readonly KnownOffer[];
  /** Every add-on that was on offer so far. */
  addOns: readonly KnownOffer[];
}

/** Keeps a change, for as long again as if it were new. */
export const keepLanding = async (state: BackendState, id: string, landing: Landing): Promise<void> =>
  state.set(keyOf(id), JSON.stringify(landing), TTL_MS);

/** @throws {HttpError} `basket_unknown`, for forged, foreign and expired ids alike; `state_unavailable` */
export async function landingOf(
  state: BackendState,
  id: string,
  { owner, subscriptions }: Subscriber,
): Promise<Landing> {
  const landing = await readKept<Landing>(state, keyOf(id));
  if (landing?.owner !== owner || !subscriptions.has(landing.subscription)) throw unknownChange();
  return landing;
}

/** The error for a change that is not there, or is that of somebody else: which of them is not said. */
export const unknownChange = (): HttpError =>
  new HttpError('basket_unknown', 'There is no such change of this customer.');

const keyOf = (id: string): string => `plan-change:${digest(id)}`;
