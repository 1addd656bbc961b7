import { planEn, type PlanMessages } from './plan-en.ts';

/** The languages beside English, as those of `<limio-offers>`. */
export const PLAN_LANGUAGES: Readonly<Record<string, () => Promise<{ messages: PlanMessages }>>> = {
  ar: () => import('./plan-ar.ts'),
  de: () => import('./plan-de.ts'),
  es: () => import('./plan-es.ts'),
  fr: () => import('./plan-fr.ts'),
  ja: () => import('./plan-ja.ts'),
  nl: () => import('./plan-nl.ts'),
  pt: () => import('./plan-pt.ts'),
};

const loaded: Record<string, PlanMessages> = {};

/**
 * The messages for a language tag; English where we have none, or where they cannot be loaded.
 *
 * @param onLoad called when messages that were not there yet are.
 * @returns `undefined` while they are being loaded.
 */
export function planMessagesFor(locale: string, onLoad: () => void): PlanMessages | undefined {
  const [language = ''] = locale.split('-');
  const load = PLAN_LANGUAGES[language];
  if (load && !loaded[language])
    load()
      .then(
        ({ messages }) => messages,
        () => planEn,
      )
      .then((messages) => {
        loaded[language] = messages;
        onLoad();
      });
  return load ? loaded[language] : planEn;
}
