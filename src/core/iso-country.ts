/** Codes that many write and ISO 3166-1 reserves, and the ones that it assigns. */
const USUAL: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/**
 * The code of ISO 3166-1, in capitals, for one in small letters or one that is usual in its place.
 *
 * @see https://www.iso.org/glossary-for-iso-3166.html
 *
 * @example
 * isoCountry('uk'); // 'GB'
 */
export function isoCountry<Code extends string | undefined>(code: Code): Code {
  const capitals = code?.toUpperCase();
  return (USUAL[capitals ?? ''] ?? capitals) as Code;
}
