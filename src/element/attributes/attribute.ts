import type { PropertyDeclaration } from 'lit';
import { INVALID_TEXT } from '../../core/invalid-text.ts';
import { ownFields } from '../../core/read-fields.ts';
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

/** One line of text; none where a template had nothing to fill in and printed `undefined` or `{{ label }}`. */
export const text = (options?: Options): Attribute<string> =>
  row((written: unknown) => {
    const words = line(written);
    return INVALID_TEXT.test(words.replace(/\s/g, ' ')) ? '' : words;
  }, options);

/** One of some words; the first where it is none of them. */
export const oneOf = <const Value extends string>(
  values: readonly [Value, ...Value[]],
  options?: Options,
): Attribute<Value | '', Value> =>
  row((written: unknown) => values.find((value) => value === line(written).toLowerCase()) ?? values[0], {
    ...options,
    values,
  });

/** On where the attribute is there, whatever its value. */
export const flag = (options: Options): Attribute<boolean> => row(Boolean, { ...options, type: Boolean });

/** A list, words or details: whoever needs them reads them, as anything may have been set. */
export const data = <Property>(options?: Options): Attribute<Property, unknown> =>
  row((written: unknown) => written, { ...options, isData: true });

/** What is read of a table of rows: each choice has one of its values, each text is one line. */
export type ReadRows<Rows extends Record<string, Pick<Attribute, 'read'>>> = {
  [Name in keyof Rows]: ReturnType<Rows[Name]['read']>;
};

/** Reads every row of a table. Never throws. */
export const readRows = <Rows extends Record<string, Pick<Attribute, 'read'>>>(
  rows: Rows,
  written: Readonly<Partial<Record<keyof Rows, unknown>>>,
): ReadRows<Rows> =>
  Object.fromEntries(
    Object.entries(rows).map(([name, { read }]) => [name, read(written[name])]),
  ) as ReadRows<Rows>;

/** The name of a row's attribute, or nothing for a property that has none. */
export const attributeOf = (property: string, { attribute = property }: Attribute): string | undefined =>
  attribute || undefined;

// Lit asks for options of its own, which a page may have added to the prototype of all objects.
const row = <Read>(read: Read, options?: object) => ownFields({ useDefault: true, ...options, read });

/** Frameworks pass `null` and `undefined` too, and editors wrap values in typographic quotes. */
const line = (value: unknown): string => (typeof value === 'string' ? unquoted(value) : '');
