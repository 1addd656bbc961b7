import { html } from 'lit/html.js';
import type { Actions } from '../offers.template.ts';
import type { View } from '../view.ts';

/** The switch between groups, such as monthly and yearly: radio buttons, so the keyboard works as people know it. */
export const groupSwitch = ({ groups, group, words }: View, { onGroup }: Actions) => html`
  <fieldset class="groups" part="groups">
    <legend class="unseen">${words.groups}</legend>
    ${groups.map(
      ({ key, name }) =>
        html`<label class="group" part="group"
          ><input
            type="radio"
            name="group"
            .value=${key}
            .checked=${key === group}
            @change=${() => onGroup(key)}
          /><span>${name}</span></label
        >`,
    )}
  </fieldset>
`;
