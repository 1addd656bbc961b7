import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.ts';

// Safari puts the caret to where a click ends, and what `select()` has selected would be lost.
const keep = (event: Event) => event.preventDefault();

/** A link in readable form, selected and ready, where the clipboard is out of reach. */
export const linkToCopy = (href: string, words: Messages, sentence = ''): TemplateResult => html`
  <label class="message"
    ><span .textContent=${`${sentence} ${words.copyThis}`.trim()}></span
    ><input
      part="link"
      readonly
      .value=${href}
      @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
      @mouseup=${keep}
  /></label>
`;
