import { html } from 'lit';
import type { DrawingParts } from '../view/drawing-parts.ts';
import type { View } from '../view/view.ts';
import type { Messages } from '../../locales/messages.ts';
import { fill } from '../../core/fill.ts';

const MONTHLY = /^month/i;
const YEARLY = /^(year|annual)/i;
const PERIOD = /^(month|year|annual|quarter|week|da[iy])/i;

/** The switch between groups, such as monthly and yearly: radio buttons, so the keyboard works as people know it. */
export const groupSwitch = (
  view: View,
  onChange: (group: string) => void,
  pricing: DrawingParts['pricing'],
) => {
  const { groups, group, words } = view;
  return html`
    <fieldset class="groups" part="groups">
      <legend class="unseen">${groups.every((key) => PERIOD.test(key)) ? words.period : words.groups}</legend>
      ${groups.map(
        (key) =>
          html`<label class="group" part="group"
            ><input
              type="radio"
              name="group"
              .value=${key}
              .checked=${key === group}
              @change=${() => onChange(key)}
            /><span>${groupName(key, words)}</span> ${pricing?.renderGroupSaving(key, view)}</label
          >`,
      )}
    </fieldset>
  `;
};

/** What is said when the group changes. */
export const shownInGroup = ({ words, group, cards }: View): string =>
  fill(words.shown, { group: groupName(group, words), count: cards.length });

/** A group by its name: well-known keys in the language, others as they are written. */
export function groupName(key: string, words: Messages): string {
  if (MONTHLY.test(key)) return words.monthly;
  if (YEARLY.test(key)) return words.yearly;
  return key ? key[0]!.toUpperCase() + key.slice(1) : words.other;
}
