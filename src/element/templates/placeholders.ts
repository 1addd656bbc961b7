import { html, type TemplateResult } from 'lit';

/** A card whose offer is not known yet. */
export const renderEmptyCard = (): TemplateResult =>
  html`<li class="card" part="offer" aria-hidden="true">
    <div class="lead">
      <div class="top">
        <div class="name">${bar()}</div>
        ${renderEmptySummary()}
      </div>
      <div class="price">${renderEmptyPrice()}</div>
    </div>
    <div class="actions">${bar()}</div>
    ${renderEmptyFeatures()}
  </li>`;

/** The place of a sentence below a name. */
export const renderEmptySummary = (): TemplateResult => html`<p class="summary">${bar()}</p>`;

/** The place of a price, and of how often it is paid. */
export const renderEmptyPrice = (): TemplateResult =>
  html`<p class="line amount">${bar()}</p>
    <p class="per">${bar()}</p>`;

/** The place of what is included. */
export const renderEmptyFeatures = (): TemplateResult =>
  html`<ul class="features" aria-hidden="true">
    ${[1, 2, 3].map(() => html`<li>${bar()}</li>`)}
  </ul>`;

const bar = () => html`<i class="bar" part="placeholder"></i>`;
