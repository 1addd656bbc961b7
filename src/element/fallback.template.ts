import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './words/en.ts';

/** What the page itself holds, and a sentence where it holds nothing. */
export const fallback = (
  message: string,
  retry: string,
  onRetry: (() => void) | undefined,
): TemplateResult => html`
  <slot data-place="all"></slot>
  ${
    message
      ? html`<div class="message" part="message" role="status">
          <p>${message}</p>
          ${onRetry ? html`<button class="copy" type="button" @click=${onRetry}>${retry}</button>` : nothing}
        </div>`
      : nothing
  }
`;

/** A link in readable form, selected and ready, where the clipboard is out of reach. */
export const linkToCopy = (href: string, words: Words): TemplateResult => html`
  <label class="message"
    >${words.copyThis}<input
      part="link"
      readonly
      .value=${href}
      @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
  /></label>
`;
