/**
 * What an importer gets: the element for changes of plan, its event and types. Importing it registers nothing;
 * `limio-offers/define-plan` does.
 * @module
 */
export type { Hook } from './core/hook.ts';
export type { LimioChallengeEvent } from './element/assisted-checkout/challenge-event.ts';
export { LimioErrorEvent } from './element/events/events.ts';
export { LimioPlanElement } from './element/plan/limio-plan.ts';
export { LimioPlanEvent, type PlanStep } from './element/plan/plan-event.ts';
