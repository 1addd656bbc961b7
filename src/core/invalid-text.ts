/**
 * What has no place in an address, a path, a parameter or a code: control characters, halves of a surrogate pair, and
 * what a template prints where it had nothing to fill in: `undefined`, `[object Object]`, or its marks, as in
 * `{{ page }}`, `${PAGE}` and `<%= page %>`.
 */
export const INVALID_TEXT = /[\p{Cc}\p{Cs}]|(^|\/)(undefined|null|NaN|None)(\/|$)|\[object|[{$<][{%]/u;
