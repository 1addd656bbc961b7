import type { CSSResult } from 'lit';
import type { OffersController } from '../controllers/offers-controller.ts';
import type { Assist, AssistHost } from './assisted-checkout/assisted-checkout.ts';
import type { Extras } from './controls/controls.ts';

/** A part of the element: `undefined` until it is there, `null` where it could not be loaded. */
type Part<T> = T | null | undefined;

/** The parts that the first paint of links and plain lists does without, each loaded when a page needs it. */
export class LazyParts {
  /** For offers that have to be loaded, mended or translated. */
  controller: Part<OffersController>;
  /** For what can be switched, selected or copied. */
  extras: Part<Extras>;
  /** For clicks that are handed to a backend. */
  assist: Part<Assist>;
  readonly #host: AssistHost;
  readonly #asked = new Set<string>();

  constructor(host: AssistHost) {
    this.#host = host;
  }

  wantController(): void {
    void this.#want('controller', async () => {
      const { OffersController } = await import('../controllers/offers-controller.ts');
      return new OffersController(this.#host);
    });
  }

  wantExtras(): void {
    void this.#want('extras', () => import('./controls/controls.ts'));
  }

  wantAssist(): void {
    void this.#want('assist', async () => {
      const { Assist } = await import('./assisted-checkout/assisted-checkout.ts');
      return new Assist(this.#host);
    });
  }

  /** Asks again for the offers, and for what could not be loaded. */
  reload(): void {
    this.controller?.reload();
    this.#asked.clear();
    this.#host.requestUpdate();
  }

  async #want<Name extends 'controller' | 'extras' | 'assist'>(
    name: Name,
    load: () => Promise<LazyParts[Name] & object>,
  ): Promise<void> {
    if (this[name] || this.#asked.has(name)) return;
    this.#asked.add(name);
    const part: (object & { styles?: readonly CSSResult[] }) | null = await load().catch(() => null);
    (this as LazyParts)[name] = part as LazyParts[Name];
    if (part?.styles)
      this.#host.shadowRoot?.adoptedStyleSheets.push(...part.styles.map(({ styleSheet }) => styleSheet!));
    this.#host.requestUpdate();
  }
}
