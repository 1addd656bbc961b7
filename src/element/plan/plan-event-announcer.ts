import type { LimioError } from '../../core/errors/limio-error.ts';
import { LimioErrorEvent } from '../events/events.ts';
import { reportMistake } from '../mistakes/file-missing.ts';
import { LimioPlanEvent, type PlanStep } from './plan-event.ts';
import type { PlanPicture } from './plan-picture.ts';

/** Tells the page of each step and of each problem once, and whoever set it up of a mistake. */
export class PlanEventAnnouncer {
  readonly #host: EventTarget;
  #step: string | undefined;
  #problem: string | undefined;

  constructor(host: EventTarget) {
    this.#host = host;
  }

  /** Tells what is shown, or has been chosen. */
  announce(picture: PlanPicture): void {
    const chosen = picture.kind === 'change' ? JSON.stringify(picture.change.lines) : '';
    const news = `${picture.kind} ${chosen}`;
    if (news === this.#step) return;
    this.#step = news;
    this.dispatch(chosen.length > 2 ? 'chosen' : 'shown', picture);
  }

  /** @returns whether the page lets the customer leave, where that is the step. */
  dispatch(step: PlanStep, picture: PlanPicture): boolean {
    const [plan, offer] = 'chosen' in picture ? [picture.plan, picture.chosen] : [];
    return this.#host.dispatchEvent(new LimioPlanEvent(step, plan, offer));
  }

  /** Tells why it does not go on. */
  report(problem: LimioError | undefined): void {
    if (problem?.message === this.#problem) return;
    this.#problem = problem?.message;
    if (!problem) return;
    void reportMistake(problem);
    this.#host.dispatchEvent(new LimioErrorEvent(problem));
  }
}
