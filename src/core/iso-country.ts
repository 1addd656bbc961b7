/**
 * The code of ISO 3166-1, in capitals, for one in small letters or one that is usual in its place.
 *
 * @see https://www.iso.org/glossary-for-iso-3166.html
 *
 * @example
 * isoCountry('uk'); // 'GB'
 */
export const isoCountry = <Code extends string | undefined>(code: Code): Code =>
  code?.toUpperCase().replace(/^UK$/, 'GB').replace(/^EL$/, 'GR') as Code;
