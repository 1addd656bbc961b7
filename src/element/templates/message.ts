import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../view/view.ts';

/** A sentence where the page holds nothing to show, and another try where that may help. */
export const renderMessage = ({ problem, words, settings }: View, onRetry: () => void): TemplateResult =>
  html`<div class="message" part="message" role="status">
    <p>${problem?.code === 'offers_empty' ? words.empty : words.failed}</p>
    ${
      settings.src || settings.backend
        ? html`<button class="copy" type="button" @click=${onRetry}>${words.retry}</button>`
        : nothing
    }
  </div>`;
