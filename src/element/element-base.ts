import { LitElement, type CSSResult } from 'lit';
import { LimioErrorEvent } from './events/events.ts';
import { fillSlots, makeSlots, type Slots } from './light-dom/slots.ts';
import { StyleSheets } from './style-sheets.ts';

/**
 * What this element asks of a page that belongs to somebody else, beyond what `LitElement` does.
 *
 * Each attribute can also be written `data-…`, as editors strip what they do not know but keep `data-*`;
 * where both are there, the plain one wins.
 */
export abstract class ElementBase extends LitElement {
  // Children that became cards must be in no slot, and nothing may be written on a child to tell it so.
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    slotAssignment: 'manual',
  };

  static override get observedAttributes(): string[] {
    return super.observedAttributes.flatMap((name) => [name, `data-${name}`]);
  }

  /** Where the page's own content is shown, around what is drawn. */
  declare protected slots: Slots | undefined;
  readonly #styleSheets = new StyleSheets(this);
  /** Nothing is drawn any more. */
  #hasFailed = false;

  constructor() {
    super();
    for (const [name, { type }] of (this.constructor as typeof ElementBase).elementProperties)
      Object.assign(this, { [name]: type === Boolean ? false : '' });
  }

  override attributeChangedCallback(name: string, old: string | null): void {
    const plain = name.replace(/^data-/, '');
    const value = this.getAttribute(plain) ?? this.getAttribute(`data-${plain}`);
    super.attributeChangedCallback(plain, old, value);
  }

  override connectedCallback(): void {
    this.#guard(() => {
      // A shadow root that comes between press and release would take the link from under the click.
      if (!this.hasUpdated && this.matches(':active'))
        requestAnimationFrame(() => this.isConnected && this.connectedCallback());
      else super.connectedCallback();
    });
    // It did not draw what changed while it was away.
    this.requestUpdate();
  }

  /** The children are in a slot before anything else is done: what fails later leaves them there. */
  protected override createRenderRoot(): ShadowRoot {
    const { shadowRootOptions } = this.constructor as typeof ElementBase;
    // A shadow root cannot be taken off again: whether its slots can be filled is tried elsewhere first.
    makeSlots(document.createElement('p').attachShadow(shadowRootOptions));
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#begin(root);
    return root;
  }

  #begin(root: ShadowRoot): void {
    this.slots = makeSlots(root);
    this.renderOptions.renderBefore = this.slots.below;
  }

  /** Adds styles for as long as the element lives, in whichever document. */
  addStyles(styles: readonly CSSResult[]): void {
    this.#guard(() => this.#styleSheets.add(styles));
  }

  /** What has left the page asks for nothing and draws nothing. */
  protected override shouldUpdate(): boolean {
    const root = this.shadowRoot!;
    if (this.#hasFailed) fillSlots(this.slots!, this);
    // A root that was there before the script, or is made in a way of the page, shows all children, cards or not; and
    // where all objects of a page have this name, Lit draws without an end.
    else if (root.slotAssignment !== 'manual' || this.slots!.below.parentNode !== root || 'strings' in root)
      throw new TypeError('shadowRoot');
    return this.isConnected && !this.#hasFailed;
  }

  protected override performUpdate(): void {
    this.#guard(() => super.performUpdate());
  }

  /** An error reaches neither the page nor its console; the page's own links are shown instead. */
  #guard(run: () => void): void {
    try {
      run();
    } catch {
      this.#hasFailed = true;
      try {
        // Without a shadow root the page shows them by itself.
        if (this.shadowRoot) this.#begin(this.shadowRoot);
        this.dispatchEvent(new LimioErrorEvent({ code: 'internal', message: 'Drawing failed.' }));
      } catch {
        // There is nobody to tell where no event can be made.
      }
    }
  }
}
