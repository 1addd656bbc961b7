import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import { enComparison } from '../../locales/en-comparison.ts';
import type { Actions } from '../actions.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import { comparison } from '../styles/comparison.ts';
import type { View } from '../view/view.ts';
import { sectionsOf } from './sections.ts';
import { renderTable } from './table.ts';

/** What a table of offers is drawn with. */
export const styles = [comparison];
export { enComparison as messages };

/** Makes the comparison of an element, or one that stands before the element. */
export const create = (host?: ComparisonHost) => new Comparison(host);

interface ComparisonHost extends Element {
  requestUpdate(): void;
}

/** What the offers include, side by side: in place of the cards, or below them on demand. */
class Comparison {
  readonly styles = styles;
  readonly messages = enComparison;
  readonly #host: ComparisonHost | undefined;
  /** The two offers that are compared where there is no room for all. */
  readonly #pair = [0, 1];
  readonly #isOpen: boolean;

  constructor(host: ComparisonHost | undefined) {
    this.#host = host;
    // What was opened and chosen before the script came stays so.
    const picture = host?.querySelector('[data-limio-picture]')?.shadowRoot;
    this.#isOpen = Boolean(picture?.querySelector('details[open]'));
    const chosen = [...(picture?.querySelectorAll<HTMLSelectElement>('.pair select') ?? [])];
    if (new Set(chosen.map(({ selectedIndex }) => selectedIndex)).size > 1)
      this.#pair = chosen.map(({ selectedIndex }) => selectedIndex);
  }

  /** The table; nothing where the offers name no features, or are still on their way. */
  render(view: View, actions: Actions, parts: DrawingParts): TemplateResult | undefined {
    const { cards, words, isLoading, settings } = view;
    const sections = sectionsOf(cards.map(({ offer }) => offer));
    if (isLoading || !sections.length) return undefined;
    const isShown = (column: number) => this.#pair.includes(column);
    const table = html`<div class="comparison n${Math.min(cards.length, 9)}" part="comparison">
      ${cards.length > 2 ? this.#renderChoice(view) : nothing}
      ${renderTable(sections, isShown, view, actions, parts)}
    </div>`;
    if (settings.layout === 'compare') return html`<div class="box">${table}</div>`;
    return html`<details class="more" open=${this.#isOpen ? '' : nothing}>
      <summary class="cta choice"><span .textContent=${words.compare}></span></summary>
      <div class="box">${table}</div>
    </details>`;
  }

  /** On a narrow screen, which two are compared. */
  #renderChoice({ cards, words }: View): TemplateResult {
    return html`<div class="pair">
      ${this.#pair.map(
        (chosen, n) =>
          html`<select
            aria-label=${fill(words.column, { number: n + 1 })}
            @change=${({ target }: Event) => this.#choose(n, (target as HTMLSelectElement).selectedIndex)}
          >
            ${cards.map(
              ({ name }, column) =>
                html`<option .selected=${column === chosen} .textContent=${name}></option>`,
            )}
          </select>`,
      )}
    </div>`;
  }

  /** Compares another offer; where it is the other one already, the two change places. */
  #choose(n: number, column: number): void {
    const other = this.#pair[1 - n];
    if (column === other) this.#pair[1 - n] = this.#pair[n]!;
    this.#pair[n] = column;
    this.#host?.requestUpdate();
  }
}
