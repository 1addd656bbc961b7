import type { CSSResult, LitElement, ReactiveController } from 'lit';

/** Keeps an element in its styles, in whichever document it stands: a root may lose them on its way to another one. */
export class StyleSheets implements ReactiveController {
  readonly #host: LitElement;
  readonly #styles: CSSResult[];

  constructor(host: LitElement) {
    this.#host = host;
    this.#styles = [...((host.constructor as typeof LitElement).elementStyles as CSSResult[])];
    host.addController(this);
  }

  /** Adds styles for as long as the element lives. */
  add(styles: readonly CSSResult[]): void {
    this.#styles.push(...styles);
    if (this.#host.isConnected) this.#host.shadowRoot?.adoptedStyleSheets.push(...this.#sheetsFor(styles));
  }

  hostConnected(): void {
    this.#host.shadowRoot!.adoptedStyleSheets = this.#sheetsFor(this.#styles);
  }

  /** A style sheet belongs to the window that made it. A document without one, as of a template, is seen by nobody. */
  #sheetsFor(styles: readonly CSSResult[]): CSSStyleSheet[] {
    const view = this.#host.ownerDocument.defaultView;
    return view ? styles.map((each) => sheetFor(view, each)) : [];
  }
}

function sheetFor(
  view: NonNullable<Document['defaultView']>,
  { styleSheet, cssText }: CSSResult,
): CSSStyleSheet {
  if (styleSheet && view === window) return styleSheet;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}
