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

export const renderEmptySummary = (): TemplateResult => html`<p class="summary">${bar()}</p>`;

export const renderEmptyPrice = (): TemplateResult =>
  html`<p class="line amount">${bar()}</p>
    <p class="per">${bar()}</p>`;

export const renderEmptyFeatures = (): TemplateResult =>
  html`<ul class="features" aria-hidden="true">
    ${[1, 2, 3].map(() => html`<li>${bar()}</li>`)}
  </ul>`;

const bar = () => html`<i class="bar" part="placeholder"></i>`;
