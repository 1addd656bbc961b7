import { html, nothing, type TemplateResult } from 'lit';
import { isBlank } from '../light-dom.ts';
import type { View } from '../view.ts';

/** The element, as far as the message depends on it. */
interface Host extends Element {
  src: string;
  backend: string;
  reload: () => void;
}

/** A sentence where the page holds nothing to show, and another try where that may help. */
export function message(host: Host, { problem, words }: View): TemplateResult | typeof nothing {
  if (hasContent(host)) return nothing;
  return html`<div class="message" part="message" role="status">
    <p>${problem?.code === 'offers_empty' ? words.empty : words.failed}</p>
    ${
      host.src || host.backend
        ? html`<button class="copy" type="button" @click=${() => host.reload()}>${words.retry}</button>`
        : nothing
    }
  </div>`;
}

/** Whether there is anything between the tags for a person to see. */
const hasContent = (host: Element): boolean =>
  [...host.childNodes].some((node) =>
    node instanceof Element ? !isBlank(node) : node instanceof Text && Boolean(node.data.trim()),
  );
