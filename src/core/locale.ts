/**
 * The first language tag that works, from what pages and content systems write.
 *
 * Whether prices can be written in it is left to those who write them: to ask costs as much as to write one,
 * and a page may have none.
 *
 * @param candidates tags in order of preference; underscores (`en_US`) are read as hyphens.
 * @returns a valid BCP 47 tag, `en` when none is.
 *
 * @example
 * resolveLocale(['', 'c', 'de_AT']); // 'de-AT'
 */
export function resolveLocale(candidates: readonly (string | null | undefined)[]): string {
  for (const candidate of candidates)
    try {
      const tag = (candidate ?? '').trim().replaceAll('_', '-');
      if (/^[a-z]{2,3}\b/i.test(tag)) return Intl.getCanonicalLocales(tag)[0]!;
    } catch {
      // This is no language tag, so the next one is tried.
    }
  return 'en';
}
