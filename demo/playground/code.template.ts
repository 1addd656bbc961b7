import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { highlight } from './highlight.ts';
import { VARIANTS, type Variant } from './snippet.ts';

/** What can be done with the code. */
export interface CodeActions {
  onVariant: (variant: Variant) => void;
  onCopy: () => void;
  onShare: () => void;
}

/** Where each kind of code goes, in one sentence. */
const PLACES: Record<Variant, string> = {
  module: 'Paste it where the offers should be.',
  classic: 'For Google Tag Manager and the like: paste it as custom HTML.',
  wordpress: 'In WordPress, choose “Code editor” from the menu of the page and paste it there.',
  react: 'Run npm install limio-offers, then use it as a component.',
  vue: 'Run npm install limio-offers, then use it as a component.',
  iframe: 'For places that take a frame and nothing else, such as a chat.',
};

/** The code to paste, for the place that was chosen. */
export const codePane = (
  variant: Variant,
  code: string,
  said: string,
  { onVariant, onCopy, onShare }: CodeActions,
): TemplateResult => html`
  <div class="bar">
    <h2 id="code-title">Code</h2>
    <fieldset class="choice">
      <legend class="unseen">Where you paste it</legend>
      <div>
        ${Object.entries(VARIANTS).map(
          ([key, name]) => html`
            <label
              ><input
                type="radio"
                name="variant"
                .checked=${live(key === variant)}
                @change=${() => onVariant(key as Variant)}
              /><span>${name}</span></label
            >
          `,
        )}
      </div>
    </fieldset>
  </div>
  <div class="actions">
    <p class="hint">${PLACES[variant]}</p>
    <button type="button" @click=${onShare}>Share this set-up</button>
    <button class="main" type="button" ?disabled=${!code} @click=${onCopy}>Copy code</button>
  </div>
  <p class="said" role="status">${said}</p>
  <pre tabindex="0" aria-label="Code to paste"><code>${highlight(code)}</code></pre>
`;
