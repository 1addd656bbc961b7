import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { VARIANTS, type Variant } from '../print/snippet.ts';

/** What is always in reach. */
export interface DockActions {
  onVariant: (variant: Variant) => void;
  onCopy: () => void;
  onOpen: () => void;
  onShare: () => void;
}

/** Where the code goes, and what is done with it. */
export const dock = (
  variant: Variant,
  { isReady, isShort, said }: { isReady: boolean; isShort: boolean; said: string },
  { onVariant, onCopy, onOpen, onShare }: DockActions,
): TemplateResult => html`
  <p class="said" role="status">${said}</p>
  <div class="place">
    <label for="place">Code for</label>
    <select
      id="place"
      .value=${live(variant)}
      @change=${(event: Event) => onVariant((event.target as HTMLSelectElement).value as Variant)}
    >
      ${Object.entries(VARIANTS).map(
        ([key, name]) => html`<option value=${key} ?selected=${key === variant}>${name}</option>`,
      )}
    </select>
  </div>
  <button type="button" @click=${onShare}>
    ${isShort ? 'Share' : 'Save'}<span class="wide-only"> this set-up</span>
  </button>
  <button type="button" ?disabled=${!isReady} @click=${onOpen}>
    Try<span class="wide-only"> in a blank page</span>
  </button>
  <button class="main" type="button" ?disabled=${!isReady} @click=${onCopy}>
    Copy<span class="wide-only"> code</span>
  </button>
`;

/** Keeps the bar where it is seen: in the head of a wide window, at the foot of a narrow one; Tab goes the same way. */
export function placeDock(bar: HTMLElement, head: HTMLElement): void {
  const wide = matchMedia('(width >= 1024px)');
  const place = () => (wide.matches ? head : document.body).append(bar);
  wide.addEventListener('change', place);
  place();
}
