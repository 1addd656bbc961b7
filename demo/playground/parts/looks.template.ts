import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Offer } from '../../../src/core/offer/offer.ts';
import { FONTS, LOOKS, type Look, type Style } from '../looks.ts';

/** What the look is made of beside attributes. */
export interface LookActions {
  onLook: (look: Look) => void;
  onStyle: (style: Style) => void;
  onHighlight: (path: string) => void;
}

/** Looks to begin with. */
export const lookPicker = (chosen: string | undefined, { onLook }: LookActions): TemplateResult => html`
  <fieldset class="control looks">
    <legend>Start from</legend>
    <div>
      ${Object.entries(LOOKS).map(
        ([key, look]) =>
          html`<label
            ><input
              type="radio"
              name="look"
              .checked=${live(key === chosen)}
              @change=${() => onLook(look)}
            /><span class="swatch ${key}"><i></i>${look.name}</span></label
          >`,
      )}
    </div>
  </fieldset>
`;

/** What the page's style sheet sets: corners, gap, font, surface; and which plan stands out. */
export const styleControls = (
  style: Style,
  offers: readonly Offer[],
  highlight: string,
  { onStyle, onHighlight }: LookActions,
): TemplateResult => {
  const set = (name: keyof Style, value: string) => {
    const { [name]: _, ...rest } = style;
    onStyle(value ? { ...rest, [name]: value } : rest);
  };
  return html`
    ${slider('radius', 'Corners', style.radius, 12, 32, (value) => set('radius', value))}
    ${slider('gap', 'Space between cards', style.gap, 24, 48, (value) => set('gap', value))}
    <div class="control">
      <label for="style-font">Font</label>
      <select
        id="style-font"
        .value=${live(style.font ?? '')}
        @change=${(event: Event) => set('font', (event.target as HTMLSelectElement).value)}
      >
        ${FONTS.map(
          ([value, name]) =>
            html`<option value=${value} ?selected=${value === (style.font ?? '')}>${name}</option>`,
        )}
      </select>
    </div>
    <div class="control accent">
      <label for="style-surface">Background of the cards</label>
      <input
        id="style-surface"
        type="color"
        .value=${live(style.surface ?? '#ffffff')}
        @input=${(event: Event) => set('surface', (event.target as HTMLInputElement).value)}
      />
      ${style.surface ? html`<button type="button" @click=${() => set('surface', '')}>Reset</button>` : ''}
    </div>
    <div class="control">
      <label for="highlight">Plan that stands out</label>
      <select
        id="highlight"
        .value=${live(highlight)}
        @change=${(event: Event) => onHighlight((event.target as HTMLSelectElement).value)}
      >
        <option value="">As your offers say</option>
        <option value="none" ?selected=${highlight === 'none'}>None</option>
        ${offers.map(
          ({ path, name }) => html`<option value=${path} ?selected=${highlight === path}>${name}</option>`,
        )}
      </select>
    </div>
  `;
};

const slider = (
  name: string,
  label: string,
  value: string | undefined,
  standard: number,
  max: number,
  set: (value: string) => void,
) => html`
  <div class="control slider">
    <label for="style-${name}">${label}</label>
    <input
      id="style-${name}"
      type="range"
      min="0"
      max=${max}
      step="2"
      .value=${live(String(Number.parseInt(value ?? `${standard}`, 10)))}
      @input=${(event: Event) => {
        const px = Number((event.target as HTMLInputElement).value);
        set(px === standard ? '' : `${px}px`);
      }}
    />
    <output for="style-${name}">${Number.parseInt(value ?? `${standard}`, 10)} px</output>
  </div>
`;
