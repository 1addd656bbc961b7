import * as core from '../core/escape-html.ts';

/** Text between tags or in an attribute in any quotes, as the HTML may be put into a template of somebody else. */
export const escapeHtml = (text: string): string => core.escapeHtml(text).replaceAll("'", '&#39;');

/** Writes attributes, a space before each; one without a value is left out, one with an empty value is its name alone. */
export const attributes = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (value ? ` ${name}="${escapeHtml(value)}"` : ` ${name}`))
    .join('');
