/** Reads one value of any kind; `undefined` when it is not what it should be. */
export type Reader<T> = (value: unknown) => T | undefined;

/** What a table of readers gives: each field that could be read. */
export type Fields<Table extends Record<string, Reader<unknown>>> = {
  [Key in keyof Table]?: NonNullable<ReturnType<Table[Key]>>;
};

/** A copy that has nothing but its own fields: not what a page has added to the prototype of all objects. */
export const ownFields = <T extends object>(value: T): T => ({ __proto__: null, ...value });

/**
 * The fields of an object; none for anything else.
 *
 * Those that all objects inherit are not among them. Those of a class are, as an offer may be an instance of one.
 */
export function fieldsOf(value: unknown): Record<string, unknown> {
  const fields = (value && typeof value === 'object' ? value : {}) as Record<string, unknown>;
  return [Object, Array].includes(fields.constructor as never) ? ownFields(fields) : fields;
}

/**
 * Reads the fields a table names and leaves out those that cannot be read; everything else passes unread.
 *
 * @example
 * readFields({ name: text, price: text }, { name: 'Pro', price: null, other: 1 }); // { name: 'Pro' }
 */
export function readFields<Table extends Record<string, Reader<unknown>>>(
  table: Table,
  value: unknown,
): Fields<Table> {
  const fields = fieldsOf(value);
  const result = ownFields<Record<string, unknown>>({});
  for (const key of Object.keys(table)) {
    const field = table[key]!(fields[key]);
    if (field !== undefined) result[key] = field;
  }
  return result as Fields<Table>;
}
