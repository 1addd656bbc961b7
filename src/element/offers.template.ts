import { html, nothing, type TemplateResult } from 'lit';
import { card, followLink, type CardActions } from './card.template.ts';
import type { View } from './view.ts';
import { fill } from './words/words.ts';

/** What the customer can do beside choosing a card. */
export interface Actions extends CardActions {
  onGroup: (group: string) => void;
  onBasket: (event: MouseEvent) => void;
}

/** The offers: a switch between groups, the cards, and one checkout where several can be chosen. */
export const offers = (view: View, actions: Actions): TemplateResult =>
  view.settings.layout === 'button' ? lone(view, actions) : all(view, actions);

/** The call to action alone, for a sentence or a hero. */
const lone = ({ cards: [first], words, settings }: View, actions: Actions) =>
  html`${first ? followLink(first, words, settings.target, actions) : nothing}`;

const all = (view: View, actions: Actions) => html`
  <slot data-place="above"></slot>
  <slot name="heading"></slot>
  ${view.groups.length ? groupSwitch(view, actions) : nothing}
  <ul class="cards" part="offers" role="list" aria-busy=${view.isLoading ? 'true' : nothing}>
    ${view.cards.map((each) => card(each, view, actions))}
  </ul>
  ${view.basket ? basket(view, view.basket, actions) : nothing} ${notes(view)}
  <slot name="footer"></slot>
  <slot data-place="below"></slot>
`;

const groupSwitch = ({ groups, group, words }: View, { onGroup }: Actions) => html`
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

const basket = (
  { words, settings }: View,
  { href, names }: NonNullable<View['basket']>,
  actions: Actions,
) => html`
  <div class="basket" part="basket">
    <div part="count">
      ${names.length ? fill(words.count, { count: names.length }) : words.none}
      <p class="small">${names.join(', ')}</p>
    </div>
    ${
      href
        ? html`<a
            class="cta"
            part="cta"
            href=${href}
            referrerpolicy="origin"
            target=${settings.target}
            rel="noopener"
            @click=${actions.onBasket}
            >${words.checkout}</a
          >`
        : nothing
    }
  </div>
`;

const notes = ({ promo, asOf, words }: View) => [
  promo ? html`<p class="note" part="promo">${fill(words.promo, { code: promo })}</p>` : nothing,
  asOf ? html`<p class="note" part="as-of">${fill(words.asOf, { date: asOf })}</p>` : nothing,
];
