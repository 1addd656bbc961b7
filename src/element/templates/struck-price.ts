import { html } from 'lit';
import type { Messages } from '../../locales/messages.ts';

/** A price that no longer holds. */
export const struckPrice = (text: string, words: Messages) =>
  html`<s part="was"><span class="unseen">${words.was} </span><bdi .textContent=${text}></bdi></s> `;
