import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../actions.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import type { View } from '../view/view.ts';
import { renderCard } from './card.ts';

/** A switch between groups, the cards or a table in their place, and one checkout where several can be chosen. */
export const renderCards = (view: View, actions: Actions, parts: DrawingParts): TemplateResult => {
  const comparison = parts.comparison?.render(view, actions, parts);
  const draw = (group: View) => renderFrame(group, actions, parts);
  return html`
    ${parts.controls?.renderAbove(view, parts)}
    ${comparison && view.settings.layout === 'compare' ? nothing : (parts.controls?.renderGroups(view, draw) ?? draw(view))}
    ${comparison} ${parts.controls?.renderBelow(view, actions, parts)} ${parts.extras?.renderNotes(view)}
    ${parts.assistedCheckout?.render(view)}
  `;
};

/** The cards themselves. */
export const renderFrame = (view: View, actions: Actions, parts: DrawingParts): TemplateResult =>
  html`<div
    class="frame n${Math.min(view.cards.length || 3, 8)} ${sizeOfAmounts(view)} ${view.hasWaited ? 'waited' : ''}"
  >
    <div class="box">
      <ul class="offers" part="offers" role="list" aria-busy=${view.isLoading ? 'true' : nothing}>
        ${
          view.cards.length
            ? view.cards.map((card) => renderCard(card, view, actions, parts))
            : [1, 2, 3].map(() => parts.extras?.renderEmptyCard())
        }
      </ul>
    </div>
  </div>`;

/**
 * By the longest amount, so that it fits into the narrowest card and all are of one size.
 *
 * Dots, spaces and marks of direction are narrow, or nothing at all.
 */
function sizeOfAmounts({ cards }: View): string {
  const longest = Math.max(
    0,
    ...cards.map(({ price }) => price?.amount?.replace(/[\s\p{P}\p{Cf}]/gu, '').length ?? 0),
  );
  return longest > 8 ? 'longer' : longest > 5 ? 'long' : '';
}
