import { html, type TemplateResult } from 'lit';

export { styles } from '../styles/placeholders.ts';

/** What stands in a list while its offers are loading. */
export type Placeholders = typeof import('./placeholders.ts');

/** A card whose offer is not known yet. */
export const renderEmptyCard = (): TemplateResult =>
  html`<li class="card" part="offer" aria-hidden="true">
    <div class="lead">
      <div class="top">
        <div class="name">${bar()}</div>
        ${renderSummary()}
      </div>
      <div class="price">${renderPrice()}</div>
    </div>
    <div class="actions">${bar()}</div>
    ${renderFeatures()}
  </li>`;

export const renderSummary = (): TemplateResult => html`<p class="summary">${bar()}</p>`;

export const renderPrice = (): TemplateResult =>
  html`<p class="line amount">${bar()}</p>
    <p class="per">${bar()}</p>`;

export const renderFeatures = (): TemplateResult =>
  html`<ul class="features" aria-hidden="true">
    ${[1, 2, 3].map(() => html`<li>${bar()}</li>`)}
  </ul>`;

const bar = () => html`<i class="bar" part="placeholder"></i>`;
