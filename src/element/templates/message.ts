import { html, nothing, type TemplateResult } from 'lit';
import { slotOf } from '../view/picture.ts';
import type { View } from '../view/view.ts';

/** A sentence where the page holds nothing to show, and another try where that may help. */
export const renderMessage = (view: View, onRetry: () => void): TemplateResult => {
  const { words, settings } = view;
  return html`<div class="message" part="message" role="status">
    <p>${slotOf(view) === 'empty' ? words.empty : words.failed}</p>
    ${
      settings.src || settings.backend
        ? html`<button class="copy" type="button" @click=${onRetry}>${words.retry}</button>`
        : nothing
    }
  </div>`;
};
