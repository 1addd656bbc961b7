import type { ReactiveController, TemplateResult } from 'lit';
import { render } from 'lit/html.js';

/** How a property is read from its attribute. */
export interface PropertyDeclaration {
  type: StringConstructor | BooleanConstructor;
  /** Name of the attribute; default the property's own, `false` for none. */
  attribute?: string | false;
}

/** A server has nothing to extend; there the class can be imported and looked at, as build tools do. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * Draws a Lit template whenever a property changes: the part of LitElement's contract that this element
 * needs, under the same names, at a seventh of its size. To go back, extend `LitElement` and bring along what it
 * does not do: `data-…`, the wait for a pressed link, and what is drawn where drawing throws.
 *
 * Each attribute can also be written `data-…`, as editors strip what they do not know but keep `data-*`;
 * where both are there, the plain one wins.
 */
export abstract class ElementBase extends Base {
  declare static readonly properties: Record<string, PropertyDeclaration>;
  declare static readonly styles: readonly string[];

  #values: Record<string, unknown> = {};
  readonly #controllers: ReactiveController[] = [];
  #update: Promise<void> | undefined;

  /** The browser reads this once, when the tag is registered; the accessors are made on that occasion. */
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([key, { type, attribute = key }]) => {
      Object.defineProperty(this.prototype, key, {
        get(this: ElementBase) {
          return this.#values[key] ?? type();
        },
        set(this: ElementBase, value: unknown) {
          if (this.#values[key] === value) return;
          this.#values[key] = value;
          this.requestUpdate();
        },
        // Frameworks read the list again.
        configurable: true,
      });
      return attribute ? [attribute, `data-${attribute}`] : [];
    });
  }

  constructor() {
    super();
    // A property that was set before the tag was registered hides the accessor.
    for (const key of Object.keys((this.constructor as typeof ElementBase).properties)) {
      const early = Object.getOwnPropertyDescriptor(this, key);
      if (early && delete (this as Record<string, unknown>)[key]) this.#values[key] = early.value;
    }
  }

  attributeChangedCallback(name: string): void {
    const plain = name.replace(/^data-/, '');
    const value = this.getAttribute(plain) ?? this.getAttribute(`data-${plain}`);
    for (const [key, { type, attribute = key }] of Object.entries(
      (this.constructor as typeof ElementBase).properties,
    ))
      if (attribute === plain)
        (this as Record<string, unknown>)[key] = type === Boolean ? value !== null : (value ?? '');
  }

  connectedCallback(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  /** Draws once for all that changes in this task. */
  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(async () => {
      // A first picture between press and release would take the link from under the click.
      while (!this.shadowRoot && this.matches(':active')) await new Promise(requestAnimationFrame);
      this.#update = undefined;
      // What has left the page asks for nothing and draws nothing.
      if (!this.isConnected) return;
      const root = this.shadowRoot ?? this.#attach();
      try {
        this.willUpdate();
        render(this.render(), root);
      } catch {
        // Nothing reaches the page but what it holds itself.
        render(this.fallback(), root);
        this.drawingFailed();
      }
      this.updated();
    });
  }

  #attach(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open', slotAssignment: 'manual' });
    root.adoptedStyleSheets = (this.constructor as typeof ElementBase).styles.map(sheetOf);
    return root;
  }

  /** Settles when everything that has changed is drawn. */
  get updateComplete(): Promise<boolean> {
    return Promise.resolve(this.#update).then(() => (this.#update ? this.updateComplete : true));
  }

  protected abstract willUpdate(): void;
  protected abstract render(): TemplateResult;
  /** What is drawn where the picture cannot be. Never throws. */
  protected abstract fallback(): TemplateResult;
  protected abstract drawingFailed(): void;
  protected abstract updated(): void;
}

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet for all elements that use it. */
export function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheets.set(text, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(text);
  }
  return sheet;
}

/** Marks a text as CSS, for editors and formatters. */
export const css = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw({ raw: parts }, ...values);
