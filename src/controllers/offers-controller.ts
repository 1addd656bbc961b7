import type { ReactiveController } from 'lit';
import type { ControllerHost } from './controller-host.ts';
import { LimioError } from '../core/errors.ts';
import { loadCatalog, type LoadedCatalog, type Wish } from './load-catalog.ts';

/** Where a list of offers stands, and the last list that was read. */
export interface OffersState {
  status: 'loading' | 'ready' | 'failed';
  catalog?: LoadedCatalog | undefined;
  error?: LimioError | undefined;
}

/**
 * Loads offers for an element: the newest wish wins, the same wish is not asked twice, nothing rejects.
 *
 * A list that was read stays in the state while a newer one is loading, or has failed to load. Leaving the
 * page aborts what is under way; moving within it does not.
 */
export class OffersController implements ReactiveController {
  state: OffersState = { status: 'loading' };
  readonly #host: ControllerHost;
  #wish: Wish | undefined;
  #isAgain = false;
  #abort: AbortController | undefined;

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A move in the document is a removal and an insertion in one go; only a removal that lasts counts.
    queueMicrotask(() => this.#host.isConnected || this.forget());
  }

  /** Loads a list, unless it is what was wished for last. */
  wishFor(wish: Wish): void {
    if (this.#wish && Object.is(this.#wish.from, wish.from) && this.#wish.locale === wish.locale) return;
    this.#abort?.abort();
    this.#wish = wish;
    const { catalog } = this.state;
    const { signal } = (this.#abort = new AbortController());
    const settle = (state: OffersState) => {
      if (signal.aborted) return;
      this.state = state;
      this.#host.requestUpdate();
    };
    this.state = { status: 'loading', catalog };
    const isAgain = this.#isAgain;
    this.#isAgain = false;
    loadCatalog({ ...wish, isAgain }, signal).then(
      (newer) => settle({ status: 'ready', catalog: newer }),
      (error: unknown) => settle({ status: 'failed', catalog, error: asLimioError(error) }),
    );
  }

  /** Asks again for what was wished for last, at the next update of the element. */
  reload(): void {
    this.#wish = undefined;
    this.#isAgain = true;
    this.#host.requestUpdate();
  }

  /** Drops the list and whatever is under way. */
  forget(): void {
    this.#abort?.abort();
    this.#wish = undefined;
    this.state = { status: 'loading' };
  }
}

const asLimioError = (error: unknown): LimioError =>
  error instanceof LimioError
    ? error
    : new LimioError('network', 'A part of limio-offers could not be loaded. Host its files together.');
