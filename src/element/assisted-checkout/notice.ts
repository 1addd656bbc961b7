import { html, type TemplateResult } from 'lit';
import { linkToCopy } from '../controls/link-to-copy.ts';
import type { Messages } from '../../locales/messages.ts';

/** What the customer may like to know; the status of the element says it to a screen reader. */
export const sentence = (text: string): TemplateResult => html`<p class="message" part="message">${text}</p>`;

/** The public link, to follow or to copy, and why the checkout did not just open. */
export const wayOn = (reason: string, link: string, words: Messages): TemplateResult => html`
  <div class="message" part="message" role="alert">
    <p>${reason}</p>
    <a class="cta" part="cta" href=${link} referrerpolicy="origin" target="_blank" rel="noopener"
      >${words.follow}</a
    >
    ${linkToCopy(link, words)}
  </div>
`;
