/*
 * What the templates and styles of the element need of Lit where they are printed: tags that keep what was written,
 * in the shape that Lit's own have. The build of what runs on servers takes this file in place of Lit.
 */

/** A template and its values. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]) => ({ strings, values });

/** A style sheet, and those in it, as one text. */
export const css = (strings: TemplateStringsArray, ...values: Array<{ cssText: string } | number>) => ({
  cssText: strings.reduce((text, piece, n) => text + textOf(values[n - 1]!) + piece),
});

const textOf = (value: { cssText: string } | number): string =>
  typeof value === 'number' ? String(value) : value.cssText;

/** Leaves out what it is bound to. */
export const nothing: unique symbol = Symbol('nothing');
