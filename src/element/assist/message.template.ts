import { html, type TemplateResult } from 'lit';
import { linkToCopy } from '../extras/copy.template.ts';
import { english } from '../extras/english.ts';
import type { Words } from '../words/en.ts';
import type { AssistWords } from './words.ts';

/** What the customer has to know before going on. */
export const sentence = (text: string): TemplateResult =>
  html`<p class="message" part="message" role="alert">${text}</p>`;

/** The public link, to follow or to copy, where no window opened. */
export const refusedWindow = (link: string, words: AssistWords, common: Words): TemplateResult => html`
  <div class="message" part="message" role="alert">
    <p>${words.blocked}</p>
    <a class="cta" part="cta" href=${link} referrerpolicy="origin" target="_blank" rel="noopener"
      >${words.follow}</a
    >
    ${linkToCopy(link, { ...english, ...common })}
  </div>
`;
