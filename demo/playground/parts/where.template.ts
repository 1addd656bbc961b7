import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isInstalled, takesSheet, VARIANTS, type Variant } from '../print/snippet.ts';
import { EXAMPLE_FILES, PLACES_OF_FILES } from '../release.ts';
import type { State } from '../state.ts';
import { choice } from './choice.template.ts';

/** What can be done with the place of the code, and the way the script reaches it. */
export interface WhereActions {
  onVariant: (variant: Variant) => void;
  onEarly: (isDrawnEarly: boolean) => void;
  onFiles: (files: string) => void;
}

/** Where the code goes, where the script comes from, and whether the cards wait for it. */
export const whereItGoes = (
  { variant, files, isDrawnEarly }: State,
  actions: WhereActions,
): TemplateResult => html`
  <div class="control">
    <label for="place">Code for</label>
    <select
      id="place"
      .value=${live(variant)}
      @change=${(event: Event) => actions.onVariant((event.target as HTMLSelectElement).value as Variant)}
    >
      ${Object.entries(VARIANTS).map(
        ([key, name]) => html`<option value=${key} ?selected=${key === variant}>${name}</option>`,
      )}
    </select>
  </div>
  ${
    variant === 'links'
      ? html`<p class="hint">Links need no script.</p>`
      : isInstalled(variant)
        ? html`<p class="hint">The script comes with the package that you install.</p>`
        : filesOf(files, actions)
  }
  ${
    takesSheet(variant)
      ? html`<label class="switch"
          ><input
            type="checkbox"
            role="switch"
            .checked=${live(isDrawnEarly)}
            @change=${(event: Event) => actions.onEarly((event.target as HTMLInputElement).checked)}
          /><span>Cards before the script runs, so that nothing moves</span></label
        >`
      : nothing
  }
`;

/** What is to be done for a place of the files. */
const HINTS: Readonly<Record<string, string>> = {
  npm: 'Nothing to upload: jsDelivr serves it. The address names the release, and the hash keeps it.',
  plugin:
    'Upload limio-offers-wordpress.zip of a release under Plugins. It loads the script where there are offers.',
};

const filesOf = (files: string, { onFiles }: WhereActions) => {
  const place = Object.hasOwn(PLACES_OF_FILES, files) ? (files as keyof typeof PLACES_OF_FILES) : '';
  return html`
    ${choice({
      legend: 'Where the script comes from',
      name: 'files-place',
      options: PLACES_OF_FILES,
      chosen: place,
      onChoose: onFiles,
      below: HINTS[place] ? html`<p class="hint">${HINTS[place]}</p>` : nothing,
    })}
    ${
      place
        ? nothing
        : html`<div class="control files">
            <label for="files">Address of the folder</label>
            <input
              id="files"
              type="text"
              inputmode="url"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              placeholder=${EXAMPLE_FILES}
              aria-describedby="files-hint"
              .value=${files}
              @change=${(event: Event) => onFiles((event.target as HTMLInputElement).value.trim())}
            />
            <p class="hint" id="files-hint">
              ${
                files
                  ? 'The folder dist/cdn of the package, on a path that names its release.'
                  : 'Upload the folder dist/cdn of the package and write its address here.'
              }
            </p>
          </div>`
    }
  `;
};
