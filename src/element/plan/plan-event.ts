import type { Offer } from '../../core/offer/offer.ts';
import type { LimioChallengeEvent } from '../assisted-checkout/challenge-event.ts';
import { LimioEvent } from '../events/events.ts';

/** How far the customer has come: the plan is shown, something is chosen, they are about to leave for the shop. */
export type PlanStep = 'shown' | 'chosen' | 'leaving';

/** A customer changes the plan. Cancelable at `leaving`: the element then stays where it is. */
export class LimioPlanEvent extends LimioEvent {
  declare readonly step: PlanStep;
  /** The present plan, where it is known. */
  declare readonly plan: Offer | undefined;
  /** The plan to change to, where one is chosen. */
  declare readonly offer: Offer | undefined;

  constructor(step: PlanStep, plan: Offer | undefined, offer: Offer | undefined) {
    super('limio-plan', { step, plan, offer }, step === 'leaving');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'limio-plan': LimioPlanEvent;
    'limio-recaptcha': LimioChallengeEvent;
  }
}
