import { escapeHtml } from '../../core/escape-html.ts';

/** A link for chats that take HTML. */
export const htmlLink = (text: string, url: string): string =>
  `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
