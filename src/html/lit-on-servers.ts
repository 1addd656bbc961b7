/*
 * What the templates and styles of the element need of Lit where Lit itself is not: tags that keep what was written,
 * in the shape that Lit's own have. The builds of what runs on servers, where templates are printed, and of the parts
 * beside the classic file, whose own Lit draws them, take this file in place of Lit.
 *
 * @see https://github.com/lit/lit/blob/main/packages/lit-html/src/lit-html.ts (`_$litType$`, `lit-nothing`)
 */

/** A template and its values. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]) => ({
  ['_$litType$']: 1,
  strings,
  values,
});

/** A style sheet, and those in it, as one text. */
export const css = (strings: TemplateStringsArray, ...values: Array<{ cssText: string } | number>) => ({
  cssText: strings.reduce((text, piece, n) => text + textOf(values[n - 1]!) + piece),
});

const textOf = (value: { cssText: string } | number): string =>
  typeof value === 'number' ? String(value) : value.cssText;

/** Leaves out what it is bound to. */
export const nothing: unique symbol = Symbol.for('lit-nothing');
