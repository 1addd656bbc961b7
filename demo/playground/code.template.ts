import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { highlight } from './highlight.ts';
import { takesSheet, VARIANTS, type Variant } from './snippet.ts';
import type { State } from './state.ts';

/** What is to be copied, and what is said of it. */
export interface Code {
  /** Empty while something is wrong with the set-up. */
  code: string;
  /** For the head of the site, once; mostly empty. */
  head: string;
  said: string;
  /** Where the script files live as long as nobody says. */
  example: string;
}

/** What can be done with the code. */
export interface CodeActions {
  onVariant: (variant: Variant) => void;
  onEarly: (isDrawnEarly: boolean) => void;
  onFiles: (files: string) => void;
  onCopy: (text: string) => void;
  onShare: () => void;
}

/** Where each kind of code goes, in a sentence or two. */
const PLACES: Record<Variant, string> = {
  module: 'Paste it where the offers should be.',
  classic: 'For Google Tag Manager and the like: paste it as custom HTML.',
  wordpress: 'In WordPress, choose “Code editor” from the menu of the page and paste it there.',
  markdown: 'Paste it as it is, with its empty lines. Where HTML is removed, the links stay and sell.',
  docs: 'Paste it into the page; the script goes into the head of the site, once.',
  react: 'Run npm install limio-offers, then use it as a component.',
  vue: 'Run npm install limio-offers, then use it as a component.',
  iframe: 'For places that take an iframe and nothing else, such as a chat.',
};

const isInstalled = (variant: Variant) => variant === 'react' || variant === 'vue';

/** The code to paste, for the place that was chosen. */
export const codePane = (
  { variant, files, isDrawnEarly }: State,
  { code, head, said, example }: Code,
  { onVariant, onFiles, onEarly, onCopy, onShare }: CodeActions,
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
  ${
    isInstalled(variant)
      ? nothing
      : html`<div class="control files">
          <label for="files">Where you host the script files</label>
          <input
            id="files"
            type="text"
            inputmode="url"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder=${example}
            aria-describedby="files-hint"
            .value=${live(files)}
            @change=${(event: Event) => onFiles((event.target as HTMLInputElement).value.trim())}
          />
          <p class="hint" id="files-hint">
            ${
              files
                ? 'The folder dist/cdn of the package, on a path that names its release.'
                : 'cdn.example.com is a placeholder. Upload the folder dist/cdn of the package and write its address here.'
            }
          </p>
        </div>`
  }
  ${
    takesSheet(variant)
      ? html`<label class="switch"
          ><input
            type="checkbox"
            role="switch"
            .checked=${live(isDrawnEarly)}
            @change=${(event: Event) => onEarly((event.target as HTMLInputElement).checked)}
          /><span>Cards before the script runs, so that nothing moves</span></label
        >`
      : nothing
  }
  <div class="actions">
    <p class="hint">${PLACES[variant]}</p>
    <button type="button" @click=${onShare}>Share this set-up</button>
    <button class="main" type="button" ?disabled=${!code} @click=${() => onCopy(code)}>Copy code</button>
  </div>
  <p class="said" role="status">${said}</p>
  <pre tabindex="0" aria-label="Code to paste"><code>${highlight(code)}</code></pre>
  ${
    head
      ? html`<div class="actions">
            <p class="hint">
              Once, in the head of the site: <code>head</code> of VitePress, <code>scripts</code> of
              Docusaurus.
            </p>
            <button type="button" @click=${() => onCopy(head)}>Copy script</button>
          </div>
          <pre tabindex="0" aria-label="Code for the head"><code>${highlight(head)}</code></pre>`
      : nothing
  }
`;
