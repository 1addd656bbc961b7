import type { PropertyDeclaration } from 'lit';
import { INVALID_TEXT } from '../../core/invalid-text.ts';
import { unquoted } from '../../core/unquoted.ts';

/**
 * One row of the table: how Lit keeps the property, and how a setting is made of what was written there.
 *
 * `Property` is what a script sets and gets back, `Setting` what the rest of the element works with.
 */
export interface Attribute<Property = unknown, Setting = Property> extends PropertyDeclaration<Property> {
  /** Its name, where that is not the name of the property; `false` for none. */
  readonly attribute?: string | false;
  /** Never throws, whatever a page or a framework has set. */
  readonly read: (written: unknown) => Setting;
  /** Values it may have; the first is the default. */
  readonly values?: readonly string[];
  /** Holds a list, words or details: nothing for an address, which anybody can write. */
  readonly isData?: true;
}

/** What a row may say beside its kind. */
interface Options {
  /** Name of the attribute; default that of the property, `false` for none. */
  attribute?: string | false;
}

/** One line of text; `fallback` where there is none. */
export const text = ({
  fallback = '',
  ...options
}: Options & { fallback?: string } = {}): Attribute<string> => ({
  ...row(options),
  read: (written) => (isNothing(written) ? fallback : line(written) || fallback),
});

/** One of some words; the first where it is none of them. */
export const oneOf = <const Value extends string>(
  values: readonly [Value, ...Value[]],
  options?: Options,
): Attribute<Value | '', Value> => ({
  ...row(options),
  values,
  read: (written) => values.find((value) => value === line(written).toLowerCase()) ?? values[0],
});

/** On where the attribute is there, whatever its value. */
export const flag = (options: Options): Attribute<boolean> => ({
  ...row(options),
  type: Boolean,
  read: Boolean,
});

/** A list, words or details: whoever needs them reads them, as anything may have been set. */
export const data = <Property>(options?: Options): Attribute<Property, unknown> => ({
  ...row(options),
  isData: true,
  read: (written) => written,
});

/** The name of a row's attribute, or nothing for a property that has none. */
export const attributeOf = (property: string, { attribute = property }: Attribute): string | undefined =>
  attribute || undefined;

const row = (options: Options = {}) => ({
  useDefault: true,
  ...options,
});

/** What a template prints where it has nothing to fill in, such as `undefined` and `{{ label }}`, is nothing. */
const isNothing = (written: unknown): boolean => INVALID_TEXT.test(line(written).replace(/\s/g, ' '));

/** Frameworks pass `null` and `undefined` too, and editors wrap values in typographic quotes. */
const line = (value: unknown): string => (typeof value === 'string' ? unquoted(value) : '');
