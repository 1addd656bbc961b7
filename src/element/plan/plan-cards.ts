import { html, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { PlanOffer } from '../../controllers/read-plan-change.ts';
import type { Actions } from '../actions.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import { renderCard } from '../templates/card.ts';
import type { View } from '../view/view.ts';
import type { PlanView } from './plan-view.ts';
import { stepButton } from './plan-button.ts';
import { inOwnWords, priceOf } from './plan-words.ts';

/**
 * Plans side by side, on the cards of `<limio-offers>`, with a button in place of the purchase link.
 *
 * @param chosen id of the one that is chosen; it has a mark and no button.
 */
export function renderPlanCards(
  offers: readonly PlanOffer[],
  view: PlanView,
  onChoose: (offer: PlanOffer) => void,
  chosen?: string,
): TemplateResult {
  const { words, shop, headingLevel, extras } = view;
  // A card reads no more than this of the picture of a list.
  const context = {
    words,
    settings: { headingLevel: String(headingLevel + 1), shop, target: '_self', layout: 'auto' },
    isLoading: false,
  } as unknown as View;
  const button = (offer: PlanOffer) =>
    stepButton('cta', fill(words.choose, { plan: offer.name }), view, () => onChoose(offer), offer.id);
  const cards = offers.map((offer) => {
    const isChosen = offer.id === chosen;
    const own = inOwnWords(offer, view);
    const shown = isChosen ? { ...own, badge: words.chosen, highlighted: true } : own;
    const controls = { renderCardControls: () => button(offer) } as unknown as DrawingParts['controls'];
    const parts = isChosen ? { extras } : { extras, controls };
    const card = {
      offer: shown,
      href: undefined,
      name: offer.name,
      price: priceOf(offer, view),
      cta: '',
      isSelected: isChosen,
    };
    return renderCard(card, context, {} as Actions, parts);
  });
  return html`<div class="frame n${Math.min(cards.length, 8)}">
    <div class="box">
      <ul class="offers" part="offers" role="list">
        ${cards}
      </ul>
    </div>
  </div>`;
}
