import { LimioError } from '../../core/errors.ts';
import { en, type Words } from './en.ts';

/** All words of a language, or those of the first paint: the extras bring the others in English themselves. */
export type Spoken = typeof en & Partial<Words>;

/** Languages beside English; they come together, when a page first needs one of them. */
const OTHERS = /^(ar|de|es|fr|ja|nl|pt)\b/;

let others: Partial<Record<string, Words>> | undefined;

/**
 * The words for a language tag, `de-AT` as `de`; English where we have none, or where they cannot be loaded.
 *
 * @param onLoad called when words that were not there yet are.
 * @returns `undefined` while they are being loaded.
 */
export function wordsFor(locale: string, onLoad: () => void): Spoken | undefined {
  const [language] = OTHERS.exec(locale) ?? [];
  if (!language) return en;
  if (!others)
    import('./languages.ts')
      .catch(() => ({}))
      .then((languages) => {
        others = languages;
        onLoad();
      });
  return others && (others[language] ?? en);
}

/** Reads the integrator's own words: an object, or JSON as an attribute holds it. */
export function readOverrides(value: unknown, warn: (warning: LimioError) => void): Partial<Words> {
  try {
    const own = Object.entries((typeof value === 'string' ? JSON.parse(value || '{}') : value) ?? {});
    return Object.fromEntries(own.filter(([, word]) => typeof word === 'string'));
  } catch {
    warn(new LimioError('json_invalid', 'words are not JSON. Check its quotes.'));
    return {};
  }
}
