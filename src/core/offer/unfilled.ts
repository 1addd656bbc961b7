import { invalidValue, type LimioError } from '../errors/limio-error.ts';
import { fieldsOf } from '../read-fields.ts';

/**
 * What a template prints where it had nothing to fill in: `undefined`, `[object Object]`, or its marks alone, as in
 * `{{ name }}`, `${name}`, `<%= name %>`, `[[name]]`, `%%name%%` and `*|NAME|*`. What Limio has filled in of a price, such
 * as `{{formattedPrice}}`, is none of it: see `fillPlaceholders`.
 */
const UNFILLED =
  /^(undefined|null|NaN|None|.*\[object.*|(?!\{\{(formatted|amount|currency|integer|decimal))(\{|[$#*<[%][{|%[]).*[}|%\]>*])$/;

/** Whether a value is what a template prints for nothing. */
export const isUnfilled = (value: unknown): boolean =>
  typeof value === 'string' && UNFILLED.test(value.trim());

/** Where an offer leads is looked at elsewhere: what leads nowhere is left out, and sells nothing else. */
const isAddress = (field: string): boolean => field === 'path' || field === 'href';

/** What was given without what a template printed for nothing in it. */
export function withoutUnfilled(given: unknown): unknown {
  if (Array.isArray(given)) return given.filter((each) => !isUnfilled(each)).map(withoutUnfilled);
  if (typeof given !== 'object' || !given) return given;
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name, value]) => isAddress(name) || !isUnfilled(value))
      .map(([name, value]) => [name, withoutUnfilled(value)]),
  );
}

/**
 * The error for fields of an offer that a template had nothing for.
 *
 * @example
 * unfilledProblem({ path: '/offers2/Pro', badge: 'undefined' })?.message;
 * // 'attribute_invalid: "badge: undefined" cannot be used. Use a text, or leave it out.'
 */
export function unfilledProblem(given: unknown): LimioError | undefined {
  const unfilled = Object.entries(fieldsOf(given))
    .filter(([field]) => !isAddress(field))
    .flatMap(([field, value]) =>
      [value]
        .flat()
        .map((each) => fieldsOf(each)['text'] ?? each)
        .filter(isUnfilled)
        .map((each) => `${field}: ${String(each)}`),
    );
  return unfilled[0]
    ? invalidValue('attribute_invalid', unfilled.join(', '), 'a text, or leave it out')
    : undefined;
}
