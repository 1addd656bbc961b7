import { LitElement } from 'lit';

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
    // A shadow root that comes between press and release would take the link from under the click.
    if (!this.hasUpdated && this.matches(':active')) {
      requestAnimationFrame(() => this.isConnected && this.connectedCallback());
      return;
    }
    super.connectedCallback();
    // It did not draw what changed while it was away.
    this.requestUpdate();
  }

  /** What has left the page asks for nothing and draws nothing. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  /** An error reaches neither the page nor its console; the page's own links are shown instead. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch {
      this.drawingFailed();
    }
  }

  /** Called instead of drawing where that failed. Never throws. */
  protected abstract drawingFailed(): void;
}
