import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Variant } from '../print/snippet.ts';
import { VARIANTS } from '../print/snippet.ts';

/** What narrow screens show one at a time. */
export const VIEWS = { settings: 'Settings', preview: 'Preview', code: 'Code' } as const;

export type ViewName = keyof typeof VIEWS;

/** What is always in reach. */
export interface DockActions {
  onView: (view: ViewName) => void;
  onVariant: (variant: Variant) => void;
  onCopy: () => void;
  onOpen: () => void;
  onShare: () => void;
}

/** The bar at the foot of the window: where the code goes, and what is done with it. */
export const dock = (
  variant: Variant,
  view: ViewName,
  { isReady, isShort, said }: { isReady: boolean; isShort: boolean; said: string },
  { onView, onVariant, onCopy, onOpen, onShare }: DockActions,
): TemplateResult => html`
  <fieldset class="choice views">
    <legend class="unseen">Shown on a narrow screen</legend>
    <div>
      ${Object.entries(VIEWS).map(
        ([key, name]) =>
          html`<label
            ><input
              type="radio"
              name="view"
              .checked=${live(key === view)}
              @change=${() => onView(key as ViewName)}
            /><span>${name}</span></label
          >`,
      )}
    </div>
  </fieldset>
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
  ${nothing}
`;
