import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../actions.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import type { CardView, View } from '../view/view.ts';
import { plain, renderPrice } from './price.ts';

/**
 * One offer. Its order is the same for the eye and for a screen reader: name, price, button, what is included.
 *
 * Text is set as `textContent`: page translators replace text nodes, and a plain binding would then stay stale.
 */
export function renderCard(
  view: CardView,
  context: View,
  actions: Actions,
  { controls, assistedCheckout, elsewhere, extras, hints, pricing }: DrawingParts,
): TemplateResult {
  const { words, settings } = context;
  const places = context.isLoading ? extras : undefined;
  const { offer, price } = view;
  const highlighted = offer.highlighted ? ' highlighted' : '';
  return html`<li class="card${highlighted}" part="offer${highlighted}">
    <div class="lead">
      <div class="top">
        ${elsewhere?.renderCurrent(view, words)}
        <p class="badge" part="badge" .textContent=${offer.badge ?? ''}></p>
        ${extras?.renderImage(offer, settings)}
        <h3
          class="name"
          part="name"
          aria-level=${settings.headingLevel === '3' ? nothing : settings.headingLevel}
          .textContent=${view.name}
        ></h3>
        ${offer.summary || !places ? html`<p class="summary" part="summary" .textContent=${offer.summary ?? ''}></p>` : places.renderEmptySummary()}
      </div>
      <div class="price" part="price">
        ${price ? (price.own && extras ? extras.renderOwnPrice(price.own, words) : renderPrice(price, pricing?.renderFormer(view, context), pricing?.renderMonthly(view, context))) : places?.renderEmptyPrice()}
      </div>
      <div class="small" part="small-print">
        ${extras ? extras.renderSmallPrint(view, context, elsewhere) : plain(offer.smallPrint)}
      </div>
    </div>
    <div class="actions">
      ${assistedCheckout?.renderStepper(view, context, pricing)}
      ${view.href ? renderPurchaseLink(view, context, actions) : nothing}
      ${controls?.renderCardControls(view, context)}
    </div>
    ${
      offer.features?.length
        ? html`<ul class="features" part="features" role="list">
            ${
              extras
                ? extras.renderFeatures(offer.features, context, hints)
                : offer.features.map(
                    (line) =>
                      html`<li
                        part="feature"
                        .textContent=${typeof line === 'string' ? line : line.text}
                      ></li>`,
                  )
            }
          </ul>`
        : places?.renderEmptyFeatures()
    }
  </li>`;
}

/** The link that buys: real, in every state, with the offer's name for those who hear it out of context. */
export const renderPurchaseLink = (
  view: CardView,
  { words, settings, cards }: View,
  { onCardLink }: Actions,
) =>
  html`<a
    class="cta"
    part="cta"
    href=${view.href}
    referrerpolicy="origin"
    target=${settings.target}
    rel="noopener"
    aria-busy=${view.isBusy ? 'true' : nothing}
    @click=${(event: MouseEvent) => onCardLink(view, event)}
    ><span .textContent=${view.cta}></span
    ><span
      class=${settings.layout === 'button' && cards.length > 1 ? nothing : 'unseen'}
      .textContent=${` ${view.name}${settings.target === '_blank' ? ` (${words.window})` : ''}`}
    ></span
  ></a>`;
