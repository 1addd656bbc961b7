import { LimioError } from '../core/errors.ts';
import type { Assist, AssistHost } from './assist/assist.ts';
import { sheetOf } from './element-base.ts';
import type { Extras } from './extras/extras.ts';
import type { Remote } from './listing.ts';

/** The parts that the first paint of links and plain lists does without, each loaded when a page needs it. */
export class LazyParts implements Remote {
  controller: Remote['controller'];
  error: LimioError | undefined;
  extras: Extras | undefined;
  /** `null` where it could not be loaded: links then do what links do. */
  assist: Assist | null | undefined;
  readonly #host: AssistHost;

  constructor(host: AssistHost) {
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
    this.#adopt(extras.styles);
    this.#host.requestUpdate();
  }

  /** For clicks that are handed to a backend. */
  async wantAssist(locale: string): Promise<void> {
    if (this.assist !== undefined) return;
    const english = Promise.resolve({ languages: {} });
    const others = locale.startsWith('en') ? english : import('./assist/languages.ts').catch(() => english);
    try {
      const [{ Assist, styles }, { languages }] = await Promise.all([import('./assist/assist.ts'), others]);
      if (this.assist) return;
      this.assist = new Assist(this.#host, languages);
      this.#adopt(styles);
    } catch {
      this.assist = null;
    }
    this.#host.requestUpdate();
  }

  /** Asks again for the offers, and for what could not be loaded. */
  reload(): void {
    this.error = undefined;
    this.assist ||= undefined;
    this.controller?.reload();
    this.#host.requestUpdate();
  }

  #adopt(styles: readonly string[]): void {
    const adopted = this.#host.shadowRoot?.adoptedStyleSheets;
    for (const sheet of styles.map(sheetOf)) if (!adopted?.includes(sheet)) adopted?.push(sheet);
  }
}
