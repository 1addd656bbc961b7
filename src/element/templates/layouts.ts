import { html, type TemplateResult } from 'lit';
import type { Actions } from '../actions.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import { button } from '../styles/button.ts';
import { rows } from '../styles/rows.ts';
import type { View } from '../view/view.ts';
import { renderPurchaseLink } from './card.ts';

/** Rows in place of cards. */
export const styles = [...Object.values(rows), button];

/** The call to action alone, for a sentence or a hero; of several offers, each names its own. */
export const renderButtons = (
  view: View,
  actions: Actions,
  assistedCheckout: DrawingParts['assistedCheckout'],
): TemplateResult =>
  html`${view.cards.filter(({ href }) => href).map((card) => renderPurchaseLink(card, view, actions))}
  ${assistedCheckout?.render(view)}`;
