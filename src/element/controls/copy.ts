import { html, type TemplateResult } from 'lit';
import type { Actions } from '../actions.ts';
import type { CardView } from '../view.ts';
import { copyLink } from './copy-link.ts';
import type { Messages } from '../../locales/messages.ts';

/** The button that copies the link of a card. */
export const copyButton = (view: CardView, words: Messages, { onCopied }: Actions): TemplateResult => html`
  <button
    class="copy"
    part="copy"
    type="button"
    @click=${async () => onCopied(await copyLink(view.href ?? '', words))}
  >
    ${words.copy}<span class="unseen" .textContent=${` ${view.name}`}></span>
  </button>
`;
