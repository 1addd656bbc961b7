/** A value without the quotes that word processors put around it, which to HTML are a part of it, and without blanks. */
export const unquoted = (value: string): string =>
  value.replace(/^[\s“”„‟«»‘’‚″"']+|[\s“”„‟«»‘’‚″"']+$/g, '');
