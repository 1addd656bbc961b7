/**
 * A value without what word processors and programs put around it, which to HTML is a part of it: quotes, also behind a
 * backslash, and blanks, also those without a width.
 */
export const unquoted = (value: string): string =>
  value.replace(/^[\s\\\u200b“”„‟«»‘’‚″"']+|[\s\\\u200b“”„‟«»‘’‚″"']+$/g, '');
