import { messages as ar } from './ar.ts';
import { messages as de } from './de.ts';
import { enComparison } from './en-comparison.ts';
import { enConditions } from './en-conditions.ts';
import { enElsewhere } from './en-elsewhere.ts';
import { enExtras } from './en-extras.ts';
import { enForm } from './en-form.ts';
import { enLater } from './en-later.ts';
import { enHints } from './en-hints.ts';
import { enPricing } from './en-pricing.ts';
import { enOutcome } from './en-outcome.ts';
import { en } from './en.ts';
import { messages as es } from './es.ts';
import { messages as fr } from './fr.ts';
import { messages as ja } from './ja.ts';
import type { Language } from './languages.ts';
import type { Messages } from './messages.ts';
import { messages as nl } from './nl.ts';
import { messages as pt } from './pt.ts';

/** Every language at once, for servers and builds. */
const ALL: Record<Language, Messages> = { ar, de, es, fr, ja, nl, pt };

const english: Messages = {
  ...en,
  ...enComparison,
  ...enConditions,
  ...enElsewhere,
  ...enExtras,
  ...enForm,
  ...enLater,
  ...enHints,
  ...enOutcome,
  ...enPricing,
};

/** All messages for a language tag, `de-AT` as `de`; English where we have none. */
export const allMessagesFor = (locale: string): Messages => ALL[locale.split('-')[0] as Language] ?? english;
