import type { ReactiveController } from 'lit';
import type { PlanChangeUpdate } from '../contract/plan-change.ts';
import type { LimioError } from '../core/errors/limio-error.ts';
import { newAttemptId } from './attempt-id.ts';
import type { ControllerHost } from './controller-host.ts';
import { keptChange, keepChange } from './kept-change.ts';
import {
  alterChange,
  isFailure,
  readChange,
  startChange,
  type PlanFailure,
  type PlanSource,
} from './plan-requests.ts';
import type { PlanChange } from './read-plan-change.ts';

/** Where a change of plan stands. */
export type PlanState =
  | { status: 'idle' }
  | { status: 'loading' }
  /** What there is to choose from, and what has been chosen. `error`: the last step was not done. */
  | { status: 'ready'; change: PlanChange; isBusy: boolean; error?: LimioError | undefined }
  /** An earlier change takes effect on a day to come. */
  | { status: 'pending'; until: string | undefined }
  | { status: 'failed'; error: LimioError };

/**
 * Keeps the change of one subscription: starts it, or goes on with the one that was under way when the page was left. The newest
 * step wins; leaving the page ends whatever is under way without a word.
 */
export class PlanController implements ReactiveController {
  state: PlanState = { status: 'idle' };
  readonly #host: ControllerHost;
  /** Told once a change is there that was started anew. */
  readonly #onStart: (change: PlanChange) => void;
  #source: PlanSource | undefined;
  #attempt: AbortController | undefined;
  /** Kept until a change is there, so that what is tried again makes no second basket. */
  #attemptId = newAttemptId();

  constructor(host: ControllerHost, onStart: (change: PlanChange) => void) {
    this.#host = host;
    this.#onStart = onStart;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pageshow', this.#onPageShow);
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#onPageShow);
    this.#attempt?.abort();
    this.#attempt = undefined;
    if (this.state.status === 'loading') this.#source = undefined;
  }

  /** Begins with a source, unless it is the one that is shown. Who the customer is a page may say once it has begun. */
  load(source: PlanSource): void {
    const before = this.#source;
    this.#source = source;
    const isKnown = (['backend', 'subscription'] as const).every((name) => before?.[name] === source[name]);
    if (!isKnown || !before!.context !== !source.context) void this.#load(source);
  }

  /** Forgets the change, as there is no backend or no subscription to ask about. */
  clear(): void {
    this.#attempt?.abort();
    this.#source = undefined;
    this.state = { status: 'idle' };
  }

  /** Tries again what has failed. */
  retry(): void {
    if (this.#source) void this.#load(this.#source);
  }

  /** Takes one step: a plan, a number, an add-on. @returns `false` where that is not possible yet. */
  alter(update: PlanChangeUpdate): Promise<boolean> {
    return this.#take(({ id }) => alterChange(id, update));
  }

  /** Of a subscription with several plans, changes this one. @returns `false` where that is not possible yet. */
  choosePlan(id: string): Promise<boolean> {
    return this.#take(() => startChange(newAttemptId(), id));
  }

  async #load(source: PlanSource): Promise<void> {
    const kept = keptChange(source);
    this.#set({ status: 'loading' });
    if (!kept) return this.#start();
    const outcome = await this.#ask(readChange(kept));
    if (!outcome) return;
    // Forgotten by the backend, or done long ago: a new one.
    const isOver = isFailure(outcome) ? outcome.error.code === 'basket_unknown' : isDone(outcome);
    if (isOver) return this.#start();
    this.#settle(outcome);
  }

  async #start(): Promise<void> {
    const outcome = await this.#ask(startChange(this.#attemptId, undefined));
    if (!outcome) return;
    this.#settle(outcome);
    if (isFailure(outcome)) return;
    this.#attemptId = newAttemptId();
    this.#onStart(outcome);
  }

  /** Takes a step from what is shown, which is shown again where the step cannot be taken. */
  async #take(step: (change: PlanChange) => ReturnType<typeof readChange>): Promise<boolean> {
    if (this.state.status !== 'ready' || this.state.isBusy || !this.#source) return false;
    const { change } = this.state;
    this.#set({ status: 'ready', change, isBusy: true });
    const outcome = await this.#ask(step(change));
    if (outcome) this.#settle(outcome, change);
    return true;
  }

  /** The outcome, unless a newer step has taken over. */
  async #ask(ask: ReturnType<typeof readChange>): Promise<PlanChange | PlanFailure | undefined> {
    this.#attempt?.abort();
    const attempt = (this.#attempt = new AbortController());
    const outcome = await ask(this.#source!, attempt.signal);
    return this.#attempt === attempt ? outcome : undefined;
  }

  #settle(outcome: PlanChange | PlanFailure, before?: PlanChange): void {
    if (!isFailure(outcome)) {
      keepChange(this.#source!, outcome.id);
      return this.#set({ status: 'ready', change: outcome, isBusy: false });
    }
    const { error, until } = outcome;
    if (error.code === 'subscription_pending') this.#set({ status: 'pending', until });
    // What the backend no longer knows cannot be altered again.
    else if (error.code === 'basket_unknown') void this.#start();
    else if (before) this.#set({ status: 'ready', change: before, isBusy: false, error });
    else this.#set({ status: 'failed', error });
  }

  #set(state: PlanState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  // Back from the shop, where it may have been confirmed.
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => persisted && this.retry();
}

/** Whether a confirmed change has taken effect, so that another one can be made. */
const isDone = ({ isCompleted, lines }: PlanChange): boolean =>
  isCompleted && lines.every(({ effectiveAt }) => !(Date.parse(effectiveAt ?? '') > Date.now()));
