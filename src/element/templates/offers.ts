import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../actions.ts';
import { card, emptyCard, followLink, type Parts } from './card.ts';
import type { View } from '../view.ts';
import { fill } from '../../core/fill.ts';

/** The offers: a switch between groups, the cards, and one checkout where several can be chosen. */
export const offers = (view: View, actions: Actions, parts: Parts): TemplateResult =>
  view.settings.layout === 'button' ? lone(view, actions, parts) : all(view, actions, parts);

/** The call to action alone, for a sentence or a hero. */
const lone = (view: View, actions: Actions, { assist }: Parts) =>
  html`${view.cards[0] ? followLink(view.cards[0], view, actions) : nothing} ${assist?.picture(view)}`;

const all = (view: View, actions: Actions, parts: Parts) => html`
  <slot name="above"></slot>
  <slot name="heading"></slot>
  ${parts.extras?.above(view, actions)}
  <ul class="cards" part="offers" role="list" aria-busy=${view.isLoading ? 'true' : nothing}>
    ${
      view.cards.length
        ? view.cards.map((each) => card(each, view, actions, parts))
        : Array.from({ length: 3 }, emptyCard)
    }
  </ul>
  ${parts.extras?.below(view, actions)} ${notes(view)} ${parts.assist?.picture(view)}
  <slot name="footer"></slot>
  <slot name="below"></slot>
`;

const notes = ({ promo, asOf, words }: View) => [
  promo ? html`<p class="note" part="code">${fill(words.promo, { code: promo })}</p>` : nothing,
  asOf ? html`<p class="note" part="as-of">${fill(words.asOf, { date: asOf })}</p>` : nothing,
];
