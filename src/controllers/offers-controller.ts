import type { ReactiveController } from 'lit';
import type { ControllerHost } from './controller-host.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { loadCatalog, type LoadedCatalog, type CatalogRequest } from './load-catalog.ts';

/** Where a list of offers stands, and the last list that was read. */
export interface OffersState {
  status: 'loading' | 'ready' | 'failed';
  catalog?: LoadedCatalog | undefined;
  error?: LimioError | undefined;
}

/**
 * Loads offers for an element: the newest request wins, the same one is not made twice, nothing rejects.
 *
 * A list that was read stays in the state while a newer one is loading, or has failed to load. Leaving the
 * page aborts what is under way; moving within it does not.
 */
export class OffersController implements ReactiveController {
  state: OffersState = { status: 'loading', catalog: undefined };
  readonly #host: ControllerHost;
  #request: CatalogRequest | undefined;
  #bypassCache = false;
  #abort: AbortController | undefined;

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A move in the document is a removal and an insertion in one go; only a removal that lasts counts.
    queueMicrotask(() => this.#host.isConnected || this.clear());
  }

  /** Loads a list, unless it is what was asked for last. */
  load(request: CatalogRequest): void {
    if (
      this.#request &&
      Object.is(this.#request.from, request.from) &&
      this.#request.locale === request.locale
    )
      return;
    this.#abort?.abort();
    this.#request = request;
    const { catalog } = this.state;
    const { signal } = (this.#abort = new AbortController());
    const settle = (state: OffersState) => {
      if (signal.aborted) return;
      this.state = state;
      this.#host.requestUpdate();
    };
    this.state = { status: 'loading', catalog };
    const bypassCache = this.#bypassCache;
    this.#bypassCache = false;
    loadCatalog({ ...request, bypassCache }, signal).then(
      (newer) => settle({ status: 'ready', catalog: newer }),
      (error: unknown) => settle({ status: 'failed', catalog, error: asLimioError(error) }),
    );
  }

  /** Asks again for what was asked for last, at the next update of the element. */
  reload(): void {
    this.#request = undefined;
    this.#bypassCache = true;
    this.#host.requestUpdate();
  }

  /** Drops the list and whatever is under way. */
  clear(): void {
    this.#abort?.abort();
    this.#request = undefined;
    this.state = { status: 'loading', catalog: undefined };
  }
}

const asLimioError = (error: unknown): LimioError =>
  error instanceof LimioError ? error : new LimioError('network', 'A file of limio-offers is missing.');

/** The part of an element that loads its offers. */
export const create = (host: ControllerHost): OffersController => new OffersController(host);
