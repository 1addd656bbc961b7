import { loadInTime } from '../core/load-in-time.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** The languages beside English, by the first part of their tags: one row and one file each. */
export const LANGUAGES: Readonly<Record<string, () => Promise<{ messages: Messages }>>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ja: () => import('./ja.ts'),
  nl: () => import('./nl.ts'),
  pt: () => import('./pt.ts'),
};

/** The messages of the first paint; those of other languages come whole. */
export type FirstMessages = typeof en & Partial<Messages>;

const loaded: Record<string, FirstMessages> = {};

/**
 * The messages for a language tag, `de-AT` as `de`; English where we have none, or where they cannot be loaded.
 *
 * @param onLoad called when messages that were not there yet are, or English stands in for them.
 * @returns `undefined` while they are being loaded.
 */
export function messagesFor(locale: string, onLoad: (isMissing: boolean) => void): FirstMessages | undefined {
  const [language = ''] = locale.split('-');
  const load = LANGUAGES[language];
  if (load && !loaded[language])
    void loadInTime(load, (file) => {
      loaded[language] ??= file?.messages ?? en;
      onLoad(loaded[language] === en);
    });
  return load ? loaded[language] : en;
}
