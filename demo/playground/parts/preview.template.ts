import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DEVICES, type Device, type State } from '../state.ts';

/** What can be changed above the preview. */
export interface PreviewActions {
  onDevice: (device: Device) => void;
  onDark: (isDark: boolean) => void;
}

/** The stage on which the element stands, and the switches of its width and its light. */
export const preview = (
  { device, isDark }: State,
  element: Node | undefined,
  problem: string,
  { onDevice, onDark }: PreviewActions,
): TemplateResult => html`
  <div class="bar">
    <h2 id="preview-title">Preview</h2>
    <fieldset class="choice devices">
      <legend class="unseen">Width of the preview</legend>
      <div>
        ${Object.entries(DEVICES).map(
          ([key, name]) => html`
            <label
              ><input
                type="radio"
                name="device"
                .checked=${live(key === device)}
                @change=${() => onDevice(key as Device)}
              /><span>${name}</span></label
            >
          `,
        )}
      </div>
    </fieldset>
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        .checked=${live(isDark)}
        @change=${(event: Event) => onDark((event.target as HTMLInputElement).checked)}
      /><span>Dark page</span></label
    >
  </div>
  <div class="stage ${device} ${isDark ? 'dark' : 'light'}">
    <div class="device">${problem ? html`<p class="problem" role="alert">${problem}</p>` : element}</div>
  </div>
  <p class="hint">Try the buttons: they open the shop in a new tab.</p>
`;
