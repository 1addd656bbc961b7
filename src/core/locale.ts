/**
 * The first language tag that works, from what pages and content systems write.
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
      const [locale] = Intl.NumberFormat.supportedLocalesOf(
        (candidate ?? '').trim().replaceAll('_', '-') || [],
      );
      if (locale) return locale;
    } catch {
      // Not a language tag: the next one is asked.
    }
  return 'en';
}
