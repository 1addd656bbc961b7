/**
 * What a template prints where it had nothing to fill in: `undefined`, `null`, `NaN`, `None`, `[object Object]`, or
 * its own marks, as in `{{ page }}` and `${PAGE}`. None of these is ever an address, a path or a code.
 */
export const UNFILLED = /(^|\/)(undefined|null|NaN|None)(\/|$)|\[object |\{\{|\$\{|<%/;
