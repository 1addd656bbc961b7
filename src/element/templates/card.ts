import { html, nothing, type TemplateResult } from 'lit';
import type { Feature, Segment } from '../../core/offer.ts';
import type { PriceLine } from '../../core/price-line.ts';
import type { Actions } from '../actions.ts';
import type { LoadedParts } from '../lazy-parts.ts';
import type { CardView, View } from '../view.ts';
import type { Messages } from '../../locales/messages.ts';

/**
 * One offer. Its order is the same for the eye and for a screen reader: name, price, why, button.
 *
 * Text is set as `textContent`: page translators replace text nodes, and a plain binding would then stay stale.
 */
export function renderCard(
  view: CardView,
  context: View,
  actions: Actions,
  { controls, assistedCheckout }: LoadedParts,
): TemplateResult {
  const { words, isLoading } = context;
  const { offer, price, image } = view;
  const highlighted = offer.highlighted ? ' highlighted' : '';
  return html`<li class="card${highlighted}" part="offer${highlighted}">
    <div class="top">
      ${image ? html`<img part="image" referrerpolicy="origin" src=${image} alt="" loading="lazy" />` : nothing}
      <h3 part="name" .textContent=${view.name}></h3>
      <p class="badge" part="badge" .textContent=${offer.badge ?? ''}></p>
      <p class="summary" part="summary" .textContent=${offer.summary ?? ''}></p>
    </div>
    <div class="price" part="price">${isLoading ? skeleton(1) : price ? priceOf(price, words) : nothing}</div>
    <div class="small" part="small-print">
      ${offer.smallPrint ? segments(offer.smallPrint, words) : nothing}
    </div>
    <ul class="features" part="features" role="list">
      ${
        isLoading
          ? html`<li>${skeleton(3)}</li>`
          : offer.features?.map((line, n, all) => renderFeature(line, all[n - 1], words))
      }
    </ul>
    <div class="actions">
      ${assistedCheckout?.renderStepper(view, context)}
      ${view.href ? renderPurchaseLink(view, context, actions) : nothing}
      ${controls?.renderCardControls(view, context, actions)}
    </div>
  </li>`;
}

/** A line of what is included, below its heading where it is the first of a group. */
function renderFeature(line: string | Feature, before: string | Feature | undefined, words: Messages) {
  const [feature, last] = [line, before].map((one) => (typeof one === 'string' ? { text: one } : one));
  const { text, hint, value, included, group } = feature!;
  const isExcluded = included === false;
  return html`${group && group !== last?.group ? html`<li><h4 .textContent=${group}></h4></li>` : nothing}
    <li class=${isExcluded ? 'excluded' : nothing} part="feature" title=${hint ?? nothing}>
      ${isExcluded ? html`<span class="unseen">${words.excluded} </span>` : nothing}<span
        .textContent=${value ? `${text}: ${value}` : text}
      ></span>
    </li>`;
}

/** A card whose offer is not known yet; it holds the place. */
export const renderEmptyCard = (): TemplateResult =>
  html`<li class="card" aria-hidden="true">${skeleton(5)}</li>`;

const skeleton = (count: number) => [...Array(count)].map(() => html`<p class="bar" part="placeholder"></p>`);

const priceOf = (price: PriceLine, words: Messages) =>
  price.own
    ? html`<p class="own">${segments(price.own, words)}</p>`
    : html`<p class="per" .textContent=${price.intro ?? ''}></p>
        <p class="line">
          ${price.was ? formerPrice(price.was, words) : nothing}
          <span class="per" .textContent=${price.before ?? ''}></span>
          <bdi class="amount" part="amount" .textContent=${price.amount}></bdi>
          <span class="per" part="interval" .textContent=${price.per ?? ''}></span>
        </p>
        ${price.additional?.map((line) => html`<p class="per" .textContent=${line}></p>`)}`;

const segments = (parts: readonly Segment[], words: Messages) =>
  parts.map(({ text, style }) =>
    style === 'struck'
      ? formerPrice(text, words)
      : style
        ? html`<strong .textContent=${text}></strong>`
        : html`<span .textContent=${text}></span>`,
  );

const formerPrice = (text: string, words: Messages) =>
  html`<s part="was"><span class="unseen">${words.was} </span><bdi .textContent=${text}></bdi></s> `;

/** The link that buys: real, in every state, with the offer's name for those who hear it out of context. */
export const renderPurchaseLink = (view: CardView, { words, settings }: View, { onCardLink }: Actions) =>
  html`<a
    class="cta"
    part="cta"
    href=${view.href ?? nothing}
    referrerpolicy="origin"
    target=${settings.target}
    rel="noopener"
    aria-busy=${view.isBusy ? 'true' : nothing}
    @click=${(event: MouseEvent) => onCardLink(view, event)}
    ><span .textContent=${view.cta}></span
    ><span
      class="unseen"
      .textContent=${` ${view.name}${settings.target === '_blank' ? ` (${words.window})` : ''}`}
    ></span
  ></a>`;
