import type { Interval } from '../offer/offer.ts';
import { plainDigits } from './plain-digits.ts';

/**
 * What a span of time is called in the languages of the element: in small letters without accents.
 *
 * Words that some take for twice a span and others for half of one, such as `biweekly`, are left out.
 */
// prettier-ignore
const SPANS: ReadonlyArray<[count: number, unit: Interval['unit'], words: string]> = [
  [1, 'day',   'd|days?|daily|tage?|taglich|jours?|journalier|journaliere|quotidien|quotidienne|dias?|diari[ao]|diariamente|dag|dagen|dagelijkse?|日|日額|日間|يوم|يوميا?|ايام'],
  [1, 'week',  'w|wk|weeks?|weekly|wochen?|wochentlich|semaines?|hebdo|hebdomadaire|semanas?|semanal|semanalmente|weken|wekelijkse?|週|週額|週間|اسبوع|اسبوعيا?|اسابيع'],
  [1, 'month', 'mo|mon|mth|mnth|months?|monthly|monate?|monatlich|mtl|mois|mensuel|mensuelle|mensuellement|mes|meses|mensual|mensuales|mensualmente|mensal|mensais|mensalmente|maand|maanden|maandelijkse?|mnd|p/m|[かヶケカヵ箇個]?月|月額|月間|شهر|شهريا?|اشهر|شهور'],
  [3, 'month', 'qtr|quarters?|quarterly|quartale?|quartalsweise|vierteljahr|vierteljahrlich|trimestres?|trimestriel|trimestrielle|trimestral|trimestralmente|kwartaal|kwartalen|四半期|ربع سنويا?'],
  [6, 'month', 'half-yearly|half-year|semi-?annual|semi-?annually|halbjahr|halbjahrlich|semestres?|semestriel|semestrielle|semestral|semestralmente|halfjaar|halfjaarlijkse?|半年|半期|نصف سنويا?'],
  [1, 'year',  'y|yr|years?|yearly|annual|annually|annum|p\\.? ?a|jahre?|jahrlich|ans?|annees?|annuel|annuelle|annuellement|anos?|anual|anuales|anuais|anualmente|jaar|jaren|jaarlijkse?|p/j|年|年額|年間|سنة|سنويا?|سنوات|عام|اعوام'],
];

/** What says no more than that it comes again: `per`, `alle`, `tous les`. */
const AGAIN =
  'per |an? |each |every |/|pro |je |jede[nrs] |im |in der |alle |par |chaque |toute?s les |tous les |al |a la |por |(?:a )?cada |elke? |iedere? |ao |毎|في |كل |لكل |بال';

/** The same behind it: `3か月ごと`, `月払い`. */
const PAID = 'ごと|毎|払い|あたり|につき';

const READERS = SPANS.map(
  ([count, unit, words]) =>
    [
      count,
      unit,
      new RegExp(`^(?:${AGAIN})?\\s*(\\d{1,4})?[\\s-]*(?:ال)?(?:${words})(?:${PAID})?\\.?$`),
    ] as const,
);

/** A duration of ISO 8601 with one part: `P1M`. https://www.iso.org/iso-8601-date-and-time-format.html */
const ISO = /^p(\d{1,4})([dwmy])$/;

/** Accents of Latin letters, and vowels and hamzas of Arabic ones. */
const ACCENTS = /[\u0300-\u036f\u064b-\u0655]/g;

/**
 * Reads how often a price is charged, as people write it in the languages of the element: `/mo`, `pro Monat`,
 * `tous les 3 mois`, `al año`, `年額`, `شهريًا`; or as programs do: `P1M`.
 *
 * @returns nothing for what is in doubt, or is no span of time.
 *
 * @example
 * readWrittenInterval('alle 3 Monate'); // { unit: 'month', count: 3 }
 */
export function readWrittenInterval(written: string): Interval | undefined {
  const text = plainDigits(written).toLowerCase().normalize('NFD').replace(ACCENTS, '').normalize();
  const [, number, letter] = ISO.exec(text) ?? [];
  if (letter) return times(Number(number), SPANS.find(([, unit]) => unit[0] === letter)![1]);
  for (const [count, unit, words] of READERS) {
    const found = words.exec(text);
    if (found) return times(count * Number(found[1] ?? 1), unit);
  }
  return undefined;
}

const times = (count: number, unit: Interval['unit']): Interval | undefined =>
  count ? { unit, count } : undefined;
