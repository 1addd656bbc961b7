import { messagesFor, type Language, type Languages } from '../languages.ts';
import { planEn, type PlanMessages } from './plan-en.ts';

/** The languages beside English, those of `<limio-offers>`. */
export const PLAN_LANGUAGES = {
  ar: () => import('./plan-ar.ts'),
  de: () => import('./plan-de.ts'),
  es: () => import('./plan-es.ts'),
  fr: () => import('./plan-fr.ts'),
  ja: () => import('./plan-ja.ts'),
  nl: () => import('./plan-nl.ts'),
  pt: () => import('./plan-pt.ts'),
} satisfies Languages<PlanMessages> & Record<Language, unknown>;

/** The messages of a change of plan, by the rules of `messagesFor()`. */
export const planMessagesFor = (locale: string, onLoad: () => void): PlanMessages | undefined =>
  messagesFor(locale, onLoad, PLAN_LANGUAGES, planEn);
