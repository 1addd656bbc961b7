import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { takesSheet, type Variant } from '../print/snippet.ts';
import { EXAMPLE_FILES, PLACES_OF_FILES } from '../release.ts';
import type { State } from '../state.ts';

/** What can be done with the way the script reaches the page. */
export interface FilesActions {
  onEarly: (isDrawnEarly: boolean) => void;
  onFiles: (files: string) => void;
}

/** Whether the script comes with the page's own build. */
export const isInstalled = (variant: Variant): boolean => ['react', 'vue', 'svelte'].includes(variant);

/** Where the script comes from, and whether the cards wait for it. */
export const filesControls = (
  { variant, files, isDrawnEarly }: State,
  actions: FilesActions,
): TemplateResult => html`
  ${
    isInstalled(variant)
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

const filesOf = (files: string, { onFiles }: FilesActions) => {
  const isNamed = Object.hasOwn(PLACES_OF_FILES, files);
  const place = isNamed ? files : '';
  return html`
    <fieldset class="control choice">
      <legend>Where the script comes from</legend>
      <div>
        ${Object.entries(PLACES_OF_FILES).map(
          ([key, name]) =>
            html`<label
              ><input
                type="radio"
                name="files-place"
                .checked=${live(key === place)}
                @change=${() => onFiles(key)}
              /><span>${name}</span></label
            >`,
        )}
      </div>
      ${place === 'npm' ? html`<p class="hint">Nothing to upload; the address names the release, and the hash keeps it.</p>` : nothing}
      ${
        place === 'plugin'
          ? html`<p class="hint">
              Upload limio-offers-wordpress.zip of a release under Plugins. It loads the script where there
              are offers.
            </p>`
          : nothing
      }
    </fieldset>
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
