import { LimioError } from '../core/errors.ts';
import type { ElementBase } from './element-base.ts';
import { sheetOf } from './element-base.ts';
import type { Extras } from './extras/extras.ts';
import type { Remote } from './listing.ts';

/** The parts that the first paint of links and plain lists does without, each loaded when a page needs it. */
export class LazyParts implements Remote {
  controller: Remote['controller'];
  error: LimioError | undefined;
  extras: Extras | undefined;
  readonly #host: ElementBase;

  constructor(host: ElementBase) {
    this.#host = host;
  }

  /** For offers that have to be loaded, mended or translated. */
  async wantController(): Promise<void> {
    if (this.controller) return;
    try {
      const { OffersController } = await import('../controllers/offers-controller.ts');
      this.controller ??= new OffersController(this.#host);
    } catch {
      this.error = new LimioError('network', 'A part of limio-offers is missing. Host its files together.');
    }
    this.#host.requestUpdate();
  }

  /** For what can be switched, selected or copied. Where it cannot be had, the page's own links stay. */
  async wantExtras(): Promise<void> {
    if (this.extras) return;
    const extras = await import('./extras/extras.ts').catch(() => undefined);
    if (!extras || this.extras) return;
    this.extras = extras;
    this.#host.shadowRoot?.adoptedStyleSheets.push(sheetOf(extras.styles));
    this.#host.requestUpdate();
  }

  /** Asks again for the offers, and for what could not be loaded. */
  reload(): void {
    this.error = undefined;
    this.controller?.reload();
    this.#host.requestUpdate();
  }
}
