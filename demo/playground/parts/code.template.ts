import { html, nothing, type TemplateResult } from 'lit';
import { highlight } from '../print/highlight.ts';
import type { Beside } from '../print/beside.ts';
import { isInstalled, VARIANTS, type Variant } from '../print/snippet.ts';
import { choice } from './choice.template.ts';
import type { State } from '../state.ts';

/** What is to be copied. */
export interface Code {
  /** Empty while something is wrong with the set-up. */
  code: string;
  /** What else the place needs, mostly nothing. */
  beside: readonly Beside[];
  /** A QR code of the first purchase link, as SVG; `undefined` while none is asked for. */
  qr: string | undefined;
}

/** What can be done with the code. */
export interface CodeActions {
  onCopy: (text: string) => void;
  onSave: (file: string, text: string) => void;
  onQr: () => void;
  onVariant: (variant: Variant) => void;
}

/** Where each kind of code goes, in a sentence or two. */
const PLACES: Record<Variant, string> = {
  module: 'Paste it where the offers should be.',
  picture:
    'For HTML that passes through no editor, such as a template or a static site: the cards are in it.',
  classic: 'For Google Tag Manager and the like: paste it as custom HTML.',
  wordpress: 'In WordPress, choose “Code editor” from the menu of the page and paste it there.',
  markdown: 'Paste it as it is, with its empty lines. Where HTML is removed, the links stay and sell.',
  docs: 'For MDX, VitePress and the like: paste it into the page; the script goes into the head of the site, once.',
  react: 'Run npm install limio-offers, then use it as a component.',
  vue: 'Run npm install limio-offers, then use it as a component.',
  svelte: 'Run npm install limio-offers, then use it as a component.',
  iframe: 'For places that take an iframe and nothing else, such as a chat.',
  links: 'For mails, chats and buttons of a page builder: each link opens the checkout with its plan.',
};

/** The code to paste, for the place that was chosen. */
export const codePane = (
  { variant, files }: State,
  { code, beside, qr }: Code,
  actions: CodeActions,
): TemplateResult => html`
  <div class="bar">
    <h2 id="code-title">Code</h2>
    <div class="places">
      ${choice({
        legend: 'Code for',
        isLegendUnseen: true,
        name: 'variant',
        options: VARIANTS,
        chosen: variant,
        onChoose: actions.onVariant,
      })}
    </div>
  </div>
  <p class="hint">
    ${PLACES[variant]}
    ${
      files || isInstalled(variant) || variant === 'links'
        ? nothing
        : 'cdn.example.com is a placeholder: say under “Where it goes” where yours is.'
    }
  </p>
  <pre tabindex="0" aria-label="Code to paste"><code>${highlight(code)}</code></pre>
  ${beside.map(
    ({ where, code: text, file }) =>
      html`<div class="actions">
          <p class="hint">${where}</p>
          ${
            file
              ? html`<button type="button" @click=${() => actions.onSave(file, text)}>Save ${file}</button>`
              : html`<button type="button" @click=${() => actions.onCopy(text)}>Copy this</button>`
          }
        </div>
        <pre tabindex="0" aria-label=${where}><code>${highlight(text)}</code></pre>`,
  )}
  ${code ? qrOf(qr, actions) : nothing}
`;

/** The first purchase link as a picture for a poster or a letter. */
const qrOf = (qr: string | undefined, { onQr, onSave }: CodeActions) => html`
  <div class="actions">
    <p class="hint">For print: the purchase link of the first plan as a QR code.</p>
    ${
      qr
        ? html`<button type="button" @click=${() => onSave('offer.svg', qr)}>Save as SVG</button>`
        : html`<button type="button" @click=${onQr}>Show the QR code</button>`
    }
  </div>
  ${qr ? html`<img class="qr" alt="QR code of the purchase link of the first plan" src="data:image/svg+xml,${encodeURIComponent(qr)}" />` : nothing}
`;
