import type { CSSResult } from 'lit';

/** Styles of the element as one text without its comments. What the element itself is on the page, and its slots, are left out. */
export const styleText = (styles: readonly CSSResult[]): string =>
  styles
    .map(({ cssText }) => cssText)
    .join('')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/[^{}]*(:host|::slotted)[^{}]*\{[^{}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .trim();
