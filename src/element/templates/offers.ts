import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { Actions } from '../actions.ts';
import type { LoadedParts } from '../lazy-parts.ts';
import type { View } from '../view.ts';
import { renderCard, renderEmptyCard, renderPurchaseLink } from './card.ts';

/** The call to action alone, for a sentence or a hero. */
export const renderButton = (
  view: View,
  actions: Actions,
  { assistedCheckout }: LoadedParts,
): TemplateResult =>
  html`${view.cards[0] ? renderPurchaseLink(view.cards[0], view, actions) : nothing}
  ${assistedCheckout?.render(view)}`;

/** A switch between groups, the cards, and one checkout where several can be chosen. */
export const renderCards = (view: View, actions: Actions, parts: LoadedParts): TemplateResult => html`
  ${parts.controls?.renderAbove(view, actions)}
  <ul class="cards" part="offers" role="list" aria-busy=${view.isLoading ? 'true' : nothing}>
    ${
      view.cards.length
        ? view.cards.map((card) => renderCard(card, view, actions, parts))
        : [...Array(3)].map(renderEmptyCard)
    }
  </ul>
  ${parts.controls?.renderBelow(view, actions)} ${renderNotes(view)} ${parts.assistedCheckout?.render(view)}
`;

const renderNotes = ({ promo, asOf, words }: View) => [
  promo ? html`<p class="note" part="code">${fill(words.promo, { code: promo })}</p>` : nothing,
  asOf ? html`<p class="note" part="as-of">${fill(words.asOf, { date: asOf })}</p>` : nothing,
];
