import type { CSSResult } from 'lit';
import { beginRequest } from '../controllers/early-request.ts';
import type { OffersState } from '../controllers/offers-controller.ts';
import type { FirstMessages } from '../locales/languages.ts';
import type { Messages } from '../locales/messages.ts';
import type { AssistedCheckoutHost } from './assisted-checkout/click.ts';
import type { Drawn, LaterFiles } from './finish.ts';
import type { ChosenSource } from './view/source.ts';
import type { LimioError } from '../core/errors/limio-error.ts';
import { loadInTime } from '../core/load-in-time.ts';
import { ownFields } from '../core/read-fields.ts';
import { FILE_MISSING, tellMissing } from './mistakes/file-missing.ts';

/**
 * The files that the first paint of links and plain lists does without.
 *
 * A file that keeps something for an element has a `create`, and what that makes is the part; any other file is the
 * part itself. The `styles` of a part are added to the element, and its `messages` are what it says in English.
 */
const FILES = {
  /** For offers that have to be loaded, mended or translated. */
  controller: () => import('../controllers/offers-controller.ts'),
  /** For what can be switched, selected or copied, and for a sentence where there is nothing. */
  controls: () => import('./controls/controls.ts'),
  /** For prices of links as people write them. */
  writtenOffer: () => import('../catalog/written-offer.ts'),
  /** For a link that has the focus when its card is drawn. */
  focus: () => import('./light-dom/keep-focus.ts'),
  /** For lists that hold more than names, numbers and lines of text, or are still on their way. */
  extras: () => import('./templates/extras.ts'),
  /** For what is not sold here: links and offers that lead elsewhere, and plans that the customer has. */
  elsewhere: () => import('./templates/elsewhere.ts'),
  /** For features that mean more than they say. */
  hints: () => import('./templates/hints.ts'),
  /** For lists in which something is saved or added up. */
  pricing: () => import('./pricing/pricing.ts'),
  /** For what offers include, side by side. */
  comparison: () => import('./comparison/comparison.ts'),
  /** For rows, or the call to action alone, in place of cards. */
  layouts: () => import('./templates/layouts.ts'),
  /** For what is seen and done after the first paint alone. */
  finish: () => import('./finish.ts'),
  /** For details that are asked for before that. */
  form: () => import('./assisted-checkout/details-form.ts'),
  /** For clicks that are handed to a backend. */
  assistedCheckout: () => import('./assisted-checkout/assisted-checkout.ts'),
};

type Files = typeof FILES & LaterFiles;

type PartName = keyof Files;

type PartOf<File> = File extends { create: (host: never, parts: never) => infer Part } ? Part : File;

/** Each part: left out until it is there, `null` where it could not be loaded. */
type LoadedParts = {
  readonly [Name in PartName]?: PartOf<Awaited<ReturnType<Files[Name]>>> | null | undefined;
};

/** What any part may bring along. */
interface Part {
  create?: (host: AssistedCheckoutHost, parts: LazyParts) => Part;
  styles?: readonly CSSResult[];
  messages?: Partial<Messages>;
}

/** Loads parts when a page first needs them, each once. */
export class LazyParts {
  loaded: LoadedParts = ownFields({});
  readonly #messages: Partial<Messages> = {};
  readonly #host: AssistedCheckoutHost;
  readonly #asked = new Map<PartName, Promise<void>>();

  constructor(host: AssistedCheckoutHost) {
    this.#host = host;
  }

  /**
   * Begins to load a part that is not there; the element draws again when it is, or will not come.
   *
   * @param file what loads it, where that came with another part.
   */
  load(name: PartName, file: unknown = FILES[name as keyof typeof FILES]): Promise<void> {
    let loading = this.#asked.get(name);
    if (loading) return loading;
    loading = loadInTime(file as () => Promise<Part>, (part) =>
      this.#keep(name, part?.create?.(this.#host, this) ?? part),
    );
    this.#asked.set(name, loading);
    return loading;
  }

  /** A language has come, or English stands in for it. */
  readonly onLanguage = (isMissing: boolean): void => this.#keep('language', isMissing ? undefined : {});

  /** All messages: English comes in parts, each with what says it; other languages come whole. */
  messagesWith(first: FirstMessages): Messages {
    return { ...this.#messages, ...first } as Messages;
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
    const { kind, from } = source.request;
    if (kind !== 'inline' && !controller) beginRequest(String(from), this.#host);
    // The controller would load this file after itself; so both are loaded at once. A list of our own shape does not need
    // it, so whoever needs it is told if it cannot be loaded.
    if (kind === 'address') import('../catalog/read-catalog.ts').catch(() => {});
    this.load('controller');
    this.load('extras');
    if (controller === null) return { status: 'failed', error: FILE_MISSING };
    controller?.load(source.request);
    return controller?.state ?? { status: 'loading' };
  }

  /** Asks again for the offers, and for what could not be loaded. */
  reload(): void {
    this.loaded.controller?.reload();
    for (const name of this.#asked.keys()) if (this.loaded[name] === null) this.#asked.delete(name);
    this.#host.requestUpdate();
  }

  /** Does what nobody waits for; whatever fails in it, the cards are there. */
  finish(drawn: Drawn): Promise<void> {
    return this.load('finish')
      .then(() => this.loaded.finish?.drawn(drawn))
      .catch(() => {});
  }

  #keep(name: PartName | 'language', part: Part | undefined): void {
    this.loaded = ownFields({ ...this.loaded, [name]: part ?? null });
    if (!part && name === 'finish') tellMissing();
    Object.assign(this.#messages, part?.messages);
    this.#host.addStyles(part?.styles ?? []);
    // Nothing is drawn with it.
    if (!part || name !== 'finish') this.#host.requestUpdate();
  }
}
