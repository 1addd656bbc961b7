import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit/html.js';

/** A sentence where the page holds nothing to show, and another try where that may help. */
export const message = (
  sentence: string,
  retry: string,
  onRetry: (() => void) | undefined,
): TemplateResult => html`
  <div class="message" part="message" role="status">
    <p>${sentence}</p>
    ${onRetry ? html`<button class="copy" type="button" @click=${onRetry}>${retry}</button>` : nothing}
  </div>
`;
