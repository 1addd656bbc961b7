import { loadInTime } from '../core/load-in-time.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** Loads the messages of a language, and keeps them. */
interface Loader<Own> {
  (): Promise<{ messages: Own }>;
  kept?: Own | undefined;
}

/** Languages beside English, by the first part of their tags. */
export type Languages<Own> = Readonly<Record<string, Loader<Own>>>;

/** The languages beside English: one row and one file each. What else has rows by language does not compile without it. */
export const LANGUAGES = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ja: () => import('./ja.ts'),
  nl: () => import('./nl.ts'),
  pt: () => import('./pt.ts'),
} satisfies Languages<Messages>;

/** A language that we have beside English. */
export type Language = keyof typeof LANGUAGES;

/** The messages of the first paint; those of other languages come whole. */
export type FirstMessages = typeof en & Partial<Messages>;

/**
 * The messages for a language tag, `de-AT` as `de`; English where we have none, or where they cannot be loaded.
 *
 * @param onLoad called when messages that were not there yet are, or English stands in for them.
 * @param languages where they come from, and `english` in place of them; default those of the first paint.
 * @returns `undefined` while they are being loaded.
 */
export function messagesFor<Own = FirstMessages>(
  locale: string,
  onLoad: (isMissing: boolean) => void,
  languages = LANGUAGES as unknown as Languages<Own>,
  english = en as Own,
): Own | undefined {
  const load = languages[locale.split('-')[0]!];
  if (!load) return english;
  if (!load.kept)
    void loadInTime(load, (file) => onLoad((load.kept ??= file?.messages ?? english) === english));
  return load.kept;
}
