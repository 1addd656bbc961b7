import { LimioError } from '../../core/errors.ts';
import { en, type Words } from './en.ts';

/** Languages beside English, each loaded when a page first needs it. */
const LANGUAGES: Record<string, () => Promise<{ words: Spoken }>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ja: () => import('./ja.ts'),
  nl: () => import('./nl.ts'),
  pt: () => import('./pt.ts'),
};

/** All words of a language, or those of the first paint: the extras bring the others in English themselves. */
export type Spoken = typeof en & Partial<Words>;

const known = new Map<string, Spoken>();

/**
 * The words for a language tag, `de-AT` as `de`; English where we have none, or where they cannot be loaded.
 *
 * @param onLoad called when words that were not there yet are.
 * @returns `undefined` while they are being loaded.
 */
export function wordsFor(locale: string, onLoad: () => void): Spoken | undefined {
  const language = locale.split('-')[0]!;
  const load = LANGUAGES[language];
  if (!load) return en;
  if (!known.has(language))
    load()
      .catch(() => ({ words: en }))
      .then(({ words }) => known.set(language, words) && onLoad());
  return known.get(language);
}

/** Reads the integrator's own words: an object, or JSON as an attribute holds it. */
export function readOverrides(value: unknown, warn: (warning: LimioError) => void): Partial<Words> {
  try {
    const own = Object.entries((typeof value === 'string' ? JSON.parse(value || '{}') : value) ?? {});
    return Object.fromEntries(own.filter(([, word]) => typeof word === 'string'));
  } catch {
    warn(new LimioError('json_invalid', 'words are not JSON. Look for a missing quote or comma.'));
    return {};
  }
}

/** Puts values into a sentence: `fill('every {span}', { span: '3 months' })`. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
