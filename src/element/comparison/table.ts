import { html, nothing, type TemplateResult } from 'lit';
import type { Feature } from '../../core/offer/offer.ts';
import { priceText } from '../../core/price/price-line.ts';
import type { Messages } from '../../locales/messages.ts';
import type { Actions } from '../actions.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import { renderPurchaseLink } from '../templates/card.ts';
import type { CardView, View } from '../view/view.ts';
import type { Row, Section } from './sections.ts';

/**
 * The table. Roles are said as well, since a table that a style sheet stacks is none to some screen readers.
 *
 * @param isShown whether a column is one of those that stay where there is no room for all.
 */
export function renderTable(
  sections: readonly Section[],
  isShown: (column: number) => boolean,
  view: View,
  actions: Actions,
  parts: DrawingParts,
): TemplateResult {
  const { cards, words } = view;
  const classOf = (column: number) =>
    [cards[column]!.offer.highlighted && 'best', !isShown(column) && 'off'].filter(Boolean).join(' ');
  return html`<table role="table">
    <caption class="unseen" .textContent=${words.compared}></caption>
    <thead role="rowgroup">
      <tr role="row">
        <td role="cell"></td>
        ${cards.map((card, n) => renderHead(card, classOf(n), view, parts))}
      </tr>
      <tr class="buy" role="row">
        <td role="cell"></td>
        ${cards.map((card, n) => renderBuy(card, classOf(n), view, actions, parts))}
      </tr>
    </thead>
    ${sections.map(
      ({ heading, rows }) =>
        html`<tbody role="rowgroup">
          ${heading ? renderHeading(heading, cards.length) : nothing}
          ${rows.map((row) => renderRow(row, classOf, words, parts))}
        </tbody>`,
    )}
  </table>`;
}

/** Whether the table stands in place of the cards, and says what they would. */
const isAlone = ({ settings }: View): boolean => settings.layout === 'compare';

const renderHead = (card: CardView, classes: string, view: View, { elsewhere, extras }: DrawingParts) => {
  const { name, price = {}, offer } = card;
  return html`<th class=${classes} scope="col" role="columnheader">
    <span class="name" part="name" .textContent=${name}></span>
    <span class="per" part="price" .textContent=${priceText(price)}></span>
    ${isAlone(view) ? html`<div class="per">${extras?.renderSmallPrint(card, view, elsewhere)}</div>` : nothing}
    ${offer.badge ? html`<span class="unseen" .textContent=${offer.badge}></span>` : nothing}
  </th>`;
};

const renderBuy = (card: CardView, classes: string, view: View, actions: Actions, parts: DrawingParts) => {
  const { controls, assistedCheckout, pricing } = parts;
  // Below the cards, the number is chosen on the cards.
  return html`<td class=${classes} role="cell">
    ${isAlone(view) ? assistedCheckout?.renderStepper(card, view, pricing) : nothing}
    ${card.isCurrent ? html`<span class="per" .textContent=${view.words.current}></span>` : nothing}
    ${card.href ? renderPurchaseLink(card, view, actions) : nothing}
    ${isAlone(view) || !card.href ? controls?.renderCardControls(card, view) : nothing}
  </td>`;
};

const renderHeading = (heading: string, plans: number) =>
  html`<tr class="set" role="row">
    <th colspan=${plans + 1} scope="rowgroup" role="rowheader" .textContent=${heading}></th>
  </tr>`;

const renderRow = (
  { text, hint, cells }: Row,
  classOf: (column: number) => string,
  words: Messages,
  { hints }: DrawingParts,
) =>
  html`<tr role="row">
    <th scope="row" role="rowheader">
      <span .textContent=${text}></span>${hint ? hints?.renderHint(hint, text, words) : nothing}
    </th>
    ${cells.map((cell, n) => html`<td class=${classOf(n)} role="cell">${cell && renderCell(cell, words)}</td>`)}
  </tr>`;

const renderCell = ({ value, included }: Feature, words: Messages) => {
  if (included === false) return mark('no', 'M4 8h8', words.notIncluded);
  return value
    ? html`<span .textContent=${value}></span>`
    : mark('yes', 'M3 8.5l3.2 3.2L13 4.8', words.included);
};

const mark = (kind: string, path: string, word: string) =>
  html`<svg class="mark ${kind}" viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg
    ><span class="unseen" .textContent=${word}></span>`;
