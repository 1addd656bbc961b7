import { html, type TemplateResult } from 'lit';

/** What stands out in code: comments, texts in quotes, names of tags and attributes. */
const TOKENS =
  /(<!--[^]*?-->)|("(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(<\/?[\w-]+|\/?>)|(\b[\w-]+)(?==)|\b(import|export|const)\b/g;

const KINDS = ['comment', 'string', 'tag', 'name', 'word'] as const;

/** Colours code, for the eye alone: its text stays as it is. */
export function highlight(code: string): Array<TemplateResult | string> {
  const parts: Array<TemplateResult | string> = [];
  let position = 0;
  for (const match of code.matchAll(TOKENS)) {
    parts.push(code.slice(position, match.index));
    const kind = KINDS[match.slice(1).findIndex((text) => text !== undefined)];
    parts.push(html`<span class=${`is-${kind}`} .textContent=${match[0]}></span>`);
    position = match.index + match[0].length;
  }
  return [...parts, code.slice(position)];
}
