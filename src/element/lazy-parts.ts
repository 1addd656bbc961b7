import type { CSSResult } from 'lit';
import type { OffersController, OffersState } from '../controllers/offers-controller.ts';
import type { AssistedCheckout, AssistedCheckoutHost } from './assisted-checkout/assisted-checkout.ts';
import type { ChosenSource } from './view/source.ts';
import type { Controls } from './controls/controls.ts';
import type { LimioError } from '../core/errors/limio-error.ts';
import { FILE_MISSING } from './mistakes/report.ts';
import type { Extras } from './templates/extras.ts';
import type { Pricing } from './pricing/pricing.ts';
import type { Placeholders } from './templates/placeholders.ts';

/** Longest wait for a file, in milliseconds: a server may take a request and never answer it. */
const TIMEOUT_MS = 10_000;

/** The parts that the first paint of links and plain lists does without. */
export interface Parts {
  /** For offers that have to be loaded, mended or translated. */
  controller: OffersController;
  /** For what can be switched, selected or copied, and for a sentence where there is nothing. */
  controls: Controls;
  /** For prices of links as people write them. */
  writtenOffer: typeof import('../catalog/written-offer.ts');
  /** For links that stay on the page. */
  pageLinks: typeof import('./light-dom/page-link.ts');
  /** For the agent of a browser. */
  agentTools: typeof import('../integrations/agent-tools.ts');
  /** For offers that are still on their way. */
  placeholders: Placeholders;
  /** For lists that hold more than names, numbers and lines of text. */
  extras: Extras;
  /** For lists in which something is saved or added up. */
  pricing: Pricing;
  /** For rows in place of cards, and for what is seen after the first paint alone. */
  finish: { styles: readonly CSSResult[] };
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
  controls: async (host) => {
    const { Controls } = await import('./controls/controls.ts');
    return new Controls(host);
  },
  writtenOffer: () => import('../catalog/written-offer.ts'),
  pageLinks: () => import('./light-dom/page-link.ts'),
  agentTools: () => import('../integrations/agent-tools.ts'),
  placeholders: () => import('./templates/placeholders.ts'),
  extras: () => import('./templates/extras.ts'),
  pricing: () => import('./pricing/pricing.ts'),
  finish: () => import('./styles/finish.ts'),
  assistedCheckout: async (host) => {
    const { AssistedCheckout } = await import('./assisted-checkout/assisted-checkout.ts');
    return new AssistedCheckout(host);
  },
};

/** Loads parts when a page first needs them, each once. */
export class LazyParts {
  loaded: LoadedParts = {};
  readonly #host: AssistedCheckoutHost;
  readonly #asked = new Map<PartName, Promise<void>>();

  constructor(host: AssistedCheckoutHost) {
    this.#host = host;
  }

  /** Begins to load a part that is not there; the element draws again when it is, or will not come. */
  load(name: PartName): Promise<void> {
    let loading = this.#asked.get(name);
    if (loading) return loading;
    const giveUp = () => this.#keep(name, null);
    const late = setTimeout(giveUp, TIMEOUT_MS);
    loading = LOADERS[name](this.#host)
      .then((part) => this.#keep(name, part), giveUp)
      .finally(() => clearTimeout(late));
    this.#asked.set(name, loading);
    return loading;
  }

  /** Why a part is not there; the rest is drawn without it. */
  get problem(): LimioError | undefined {
    return Object.values(this.loaded).includes(null) ? FILE_MISSING : undefined;
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
    for (const name of this.#asked.keys()) if (!this.loaded[name]) this.#asked.delete(name);
    this.#host.requestUpdate();
  }

  #keep(name: PartName, part: object | null): void {
    this.loaded = { ...this.loaded, [name]: part };
    const { styles } = Object(part) as { styles?: readonly CSSResult[] };
    if (styles) this.#host.addStyles(styles);
    this.#host.requestUpdate();
  }
}
