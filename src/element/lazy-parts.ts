import type { CSSResult } from 'lit';
import type { OffersController, OffersState } from '../controllers/offers-controller.ts';
import type { AssistedCheckout, AssistedCheckoutHost } from './assisted-checkout/assisted-checkout.ts';
import type { ChosenSource } from './source.ts';
import type { Controls } from './controls/controls.ts';
import { FILE_MISSING, report } from './report.ts';

/** The parts that the first paint of links and plain lists does without. */
export interface Parts {
  /** For offers that have to be loaded, mended or translated. */
  controller: OffersController;
  /** For what can be switched, selected or copied, and for a sentence where there is nothing. */
  controls: Controls;
  /** For clicks that are handed to a backend. */
  assistedCheckout: AssistedCheckout;
}

export type PartName = keyof Parts;

/** Each part: left out until it is there, `null` where it could not be loaded. */
export type LoadedParts = { readonly [Name in PartName]?: Parts[Name] | null | undefined };

const LOADERS: { [Name in PartName]: (host: AssistedCheckoutHost) => Promise<Parts[Name]> } = {
  controller: async (host) => {
    const { OffersController } = await import('../controllers/offers-controller.ts');
    return new OffersController(host);
  },
  controls: () => import('./controls/controls.ts'),
  assistedCheckout: async (host) => {
    const { AssistedCheckout } = await import('./assisted-checkout/assisted-checkout.ts');
    return new AssistedCheckout(host);
  },
};

/** Loads parts when a page first needs them, each once. */
export class LazyParts {
  loaded: LoadedParts = {};
  readonly #host: AssistedCheckoutHost;
  readonly #asked = new Set<PartName>();

  constructor(host: AssistedCheckoutHost) {
    this.#host = host;
  }

  /** Begins to load a part that is not there; the element draws again when it is. */
  load(name: PartName): void {
    if (this.loaded[name] || this.#asked.has(name)) return;
    this.#asked.add(name);
    LOADERS[name](this.#host).then(
      (part) => this.#keep(name, part),
      () => {
        report([FILE_MISSING]);
        this.#keep(name, null);
      },
    );
  }

  /** Begins to load the offers of a source, and tells how far that has come; without a request, it ends. */
  loadOffers(source: ChosenSource): OffersState {
    const { controller } = this.loaded;
    if (!('request' in source)) {
      controller?.clear();
      return { status: 'ready' };
    }
    this.load('controller');
    if (controller === null) return { status: 'failed', error: FILE_MISSING };
    controller?.load(source.request);
    return controller?.state ?? { status: 'loading' };
  }

  /** Asks again for the offers, and for what could not be loaded. */
  reload(): void {
    this.loaded.controller?.reload();
    this.#asked.clear();
    this.#host.requestUpdate();
  }

  #keep(name: PartName, part: (object & { styles?: readonly CSSResult[] }) | null): void {
    this.loaded = { ...this.loaded, [name]: part };
    const sheets = part?.styles?.map(({ styleSheet }) => styleSheet!) ?? [];
    this.#host.shadowRoot?.adoptedStyleSheets.push(...sheets);
    this.#host.requestUpdate();
  }
}
