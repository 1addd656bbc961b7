import { html, type TemplateResult } from 'lit';

/** A group of settings, closed or open at first: its head says what is set in it. */
export const group = (
  title: string,
  says: string,
  body: TemplateResult,
  isOpen = false,
): TemplateResult => html`
  <details ?open=${isOpen}>
    <summary><b>${title}</b> <span>${says}</span></summary>
    <div>${body}</div>
  </details>
`;
