import { nothing, type TemplateResult } from 'lit';
import { attributes, escapeHtml } from './escape-html.ts';

/** What stands for a value in the text of a template. No template holds it, and a value never passes through it. */
const HOLE = '\u0000';

/** A tag, with its attributes in one piece. Static attributes of our templates hold no `>`. */
const TAG = /<(\/?[a-z][\w-]*)([^>]*)>/g;

const ATTRIBUTE = /([.@?]?[\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** What is bound as a property and is an attribute in HTML. */
const AS_ATTRIBUTE: Readonly<Record<string, string>> = {
  '.value': 'value',
  '.checked': 'checked',
  '.selected': 'selected',
};

/** What has no place in HTML: listeners, and styles on a tag, which a strict policy refuses. */
const LEFT_OUT = /^(@|\.style$)/;

/** Gives a tag more attributes, by its name and those it has. */
export type MoreAttributes = (
  tag: string,
  own: Readonly<Record<string, string | undefined>>,
) => Readonly<Record<string, string | undefined>>;

/**
 * Prints a template of the element as HTML: what a browser would show of it, without the marks that Lit finds its
 * places by, as the element draws anew.
 *
 * Known are the kinds of binding that our templates use: text, attributes, `.textContent`, `.value`, `.checked` and
 * `.selected`; `.style` and events are left out.
 *
 * @throws {TypeError} for any other kind, so that a template that needs one is not printed by halves.
 *
 * @example
 * printTemplate(html`<p title=${'A "b"'}>${1 < 2}</p>`); // '<p title="A &quot;b&quot;">true</p>'
 */
export function printTemplate(value: unknown, more: MoreAttributes = () => ({})): string {
  if (value === nothing || value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((each) => printTemplate(each, more)).join('');
  if (typeof value !== 'object') return escapeHtml(String(value));
  if (!('strings' in value)) throw new TypeError('Only templates, lists and texts can be printed.');
  const { strings, values } = value as TemplateResult;
  const source = strings.join(HOLE);
  const left = [...values];
  const text = (from: number, to: number) =>
    source
      .slice(from, to)
      .split(HOLE)
      .map((piece, n) => (n ? printTemplate(left.shift(), more) + piece : piece))
      .join('');
  let printed = '';
  let end = 0;
  for (const match of source.matchAll(TAG)) {
    const [whole, name = '', inside = ''] = match;
    printed += text(end, match.index);
    printed += name.startsWith('/') ? `<${name}>` : printTag(name, inside, left, more);
    end = match.index + whole.length;
  }
  return printed + text(end, source.length);
}

/** A start tag, with the text that was bound as its content. */
function printTag(name: string, inside: string, left: unknown[], more: MoreAttributes): string {
  const own: Record<string, string | undefined> = {};
  let content = '';
  for (const [, key = '', ...forms] of inside.matchAll(ATTRIBUTE)) {
    const written = forms.find((form) => form !== undefined) ?? '';
    const values = written
      .split(HOLE)
      .slice(1)
      .map(() => left.shift());
    if (LEFT_OUT.test(key)) continue;
    if (!values.length) own[key] = written;
    else if (key === '.textContent') content = printTemplate(values[0]);
    else if (AS_ATTRIBUTE[key]) own[AS_ATTRIBUTE[key]] = propertyValue(values[0]);
    else if (/^[.?]/.test(key)) throw new TypeError(`A binding ${key} cannot be printed.`);
    else own[key] = attributeValue(written, values);
  }
  return `<${name}${attributes({ ...own, ...more(name, own) })}>${content}`;
}

const propertyValue = (value: unknown): string | undefined =>
  value === true ? '' : value === false ? undefined : String(value);

/** As Lit has it: one that is bound to nothing alone is not there; among other text, nothing is empty. */
function attributeValue(written: string, values: readonly unknown[]): string | undefined {
  if (written === HOLE && values[0] === nothing) return undefined;
  return written
    .split(HOLE)
    .map((piece, n) => (n ? plain(values[n - 1]) + piece : piece))
    .join('');
}

const plain = (value: unknown): string =>
  value === nothing || value === undefined || value === null ? '' : String(value);
