import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Control } from '../controls.ts';
import { choice } from './choice.template.ts';
import { shopIn } from '../own/shop-in.ts';

/** What the element draws its buttons with, unless it is told otherwise. */
const OWN_ACCENT = '#2f4fdd';

/** Draws one control; `set` is called with its new value. */
export function control(it: Control, value: string, set: (value: string) => void): TemplateResult {
  switch (it.kind) {
    case 'text':
      return text(it, value, set);
    case 'address':
      return address(it, value, set);
    case 'colour':
      return colour(it, value, set);
    case 'select':
      return select(it, value, set);
    case 'switch':
      return toggle(it, value, set);
    case 'checks':
      return checks(it, value, set);
    case 'choice':
      return chosenOne(it, value, set);
  }
}

const idOf = ({ attribute }: Control) => `control-${attribute}`;

const hint = (it: Control) =>
  it.hint ? html`<p class="hint" id="${idOf(it)}-hint">${it.hint}</p>` : nothing;

const describedBy = (it: Control) => (it.hint ? `${idOf(it)}-hint` : nothing);

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

const text = (it: Control, value: string, set: (value: string) => void) => html`
  <div class="control">
    <label for=${idOf(it)}>${it.label}</label>
    <input
      id=${idOf(it)}
      type="text"
      autocomplete="off"
      spellcheck="false"
      placeholder=${it.placeholder ?? ''}
      aria-describedby=${describedBy(it)}
      .value=${value}
      @input=${(event: Event) => set(valueOf(event).trim())}
    />
    ${hint(it)}
  </div>
`;

/** What is pasted becomes the address in it. What is still being typed is no mistake. */
const address = (it: Control, value: string, set: (value: string) => void) => html`
  <div class="control">
    <label for=${idOf(it)}>${it.label}</label>
    <input
      id=${idOf(it)}
      type="text"
      inputmode="url"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      placeholder=${it.placeholder ?? ''}
      aria-describedby=${describedBy(it)}
      .value=${value}
      @input=${(event: Event) => (shopIn(valueOf(event)) ?? valueOf(event) === '') && set(valueOf(event))}
      @change=${(event: Event) => set(shopIn(valueOf(event)) ?? valueOf(event).trim())}
    />
    ${hint(it)}
  </div>
`;

const colour = (it: Control, value: string, set: (value: string) => void) => html`
  <div class="control accent">
    <label for=${idOf(it)}>${it.label}</label>
    <input
      id=${idOf(it)}
      type="color"
      .value=${live(value || OWN_ACCENT)}
      @input=${(event: Event) => set(valueOf(event))}
    />
    ${value ? html`<button type="button" @click=${() => set('')}>Reset</button>` : nothing}
  </div>
`;

const select = (it: Control, value: string, set: (value: string) => void) => html`
  <div class="control">
    <label for=${idOf(it)}>${it.label}</label>
    <select id=${idOf(it)} .value=${live(value)} @change=${(event: Event) => set(valueOf(event))}>
      ${it.values!.map(([each, name]) => html`<option value=${each} ?selected=${each === value}>${name}</option>`)}
    </select>
    ${hint(it)}
  </div>
`;

const toggle = (it: Control, value: string, set: (value: string) => void) => html`
  <div class="control">
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        aria-describedby=${describedBy(it)}
        .checked=${live(value === 'true')}
        @change=${(event: Event) => set((event.target as HTMLInputElement).checked ? 'true' : '')}
      /><span>${it.label}</span></label
    >
    ${hint(it)}
  </div>
`;

/** One of several values side by side. */
const chosenOne = (it: Control, value: string, set: (value: string) => void) =>
  choice({
    legend: it.label,
    name: idOf(it),
    options: it.values!,
    chosen: value || it.values![0]![0],
    onChoose: set,
    below: hint(it),
  });

/** Some of several values, kept in their order. */
function checks(it: Control, value: string, set: (value: string) => void) {
  const known = it.values!.map(([each]) => each);
  const chosen = value.split(' ').filter((each) => known.includes(each));
  const change = (each: string) =>
    set(known.filter((other) => chosen.includes(other) !== (other === each)).join(' '));
  return html`
    <fieldset class="control checks">
      <legend>${it.label}</legend>
      <div>
        ${it.values!.map(
          ([each, name]) => html`
            <label
              ><input
                type="checkbox"
                .checked=${live(chosen.includes(each))}
                @change=${() => change(each)}
              /><span>${name}</span></label
            >
          `,
        )}
      </div>
      ${hint(it)}
    </fieldset>
  `;
}
