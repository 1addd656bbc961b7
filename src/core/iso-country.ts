/** Codes that many write and ISO 3166-1 reserves, and the ones that it assigns. */
const USUAL: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/**
 * The code of ISO 3166-1 for a code that is usual in its place.
 *
 * @see https://www.iso.org/glossary-for-iso-3166.html
 *
 * @example
 * isoCountry('UK'); // 'GB'
 */
export const isoCountry = <Code extends string | undefined>(code: Code): Code =>
  (code === undefined ? code : (USUAL[code] ?? code)) as Code;
