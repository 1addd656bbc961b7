import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit/html.js';
import { card, emptyCard, followLink, type CardActions } from './card.template.ts';
import type { Extras } from './extras/extras.ts';
import type { View } from './view.ts';
import { fill } from './words/words.ts';

/** What the customer can do beside choosing a card. */
export interface Actions extends CardActions {
  onGroup: (group: string) => void;
  onBasket: (event: MouseEvent) => void;
}

/** The offers: a switch between groups, the cards, and one checkout where several can be chosen. */
export const offers = (view: View, actions: Actions, extras: Extras | undefined): TemplateResult =>
  view.settings.layout === 'button' ? lone(view, actions) : all(view, actions, extras);

/** The call to action alone, for a sentence or a hero. */
const lone = ({ cards: [first], words, settings }: View, actions: Actions) =>
  html`${first ? followLink(first, words, settings.target, actions) : nothing}`;

const all = (view: View, actions: Actions, extras: Extras | undefined) => html`
  <slot data-place="above"></slot>
  <slot name="heading"></slot>
  ${extras?.above(view, actions)}
  <ul class="cards" part="offers" role="list" aria-busy=${view.isLoading ? 'true' : nothing}>
    ${
      view.cards.length
        ? view.cards.map((each) => card(each, view, actions, extras))
        : Array.from({ length: 3 }, emptyCard)
    }
  </ul>
  ${extras?.below(view, actions)} ${notes(view)}
  <slot name="footer"></slot>
  <slot data-place="below"></slot>
`;

const notes = ({ promo, asOf, words }: View) => [
  promo ? html`<p class="note" part="promo">${fill(words.promo, { code: promo })}</p>` : nothing,
  asOf ? html`<p class="note" part="as-of">${fill(words.asOf, { date: asOf })}</p>` : nothing,
];
