import type { Interval } from '../offer/offer.ts';

/**
 * What a span of time is called in the languages of the element: in small letters without accents, with spaces for hyphens.
 *
 * Words that some take for twice a span and others for half of one, such as `biweekly`, are left out; so are those that
 * say how something is paid and not how much at a time, such as `billed yearly`.
 */
// prettier-ignore
export const SPANS: ReadonlyArray<[count: number, unit: Interval['unit'], words: string]> = [
  [1, 'day',   'd|days?|daily|tage?|taglich|taeglich|tagig|jours?|journalier|journaliere|quotidien|quotidienne|dias?|diari[ao]|diariamente|dag|dagen|dagelijkse?|日間?|日額|يوم|يوميا?|ايام'],
  [2, 'day',   'يومين'],
  [1, 'week',  'w|wks?|weeks?|weekly|wochen?|wochentlich|woechentlich|semaines?|hebdo|hebdomadaire|semanas?|semanal|semanalmente|week|weken|wekelijkse?|p[/ ]?w|週間?|週額|اسبوع|اسبوعيا?|اسابيع'],
  [2, 'week',  'fortnight|fortnightly|隔週|اسبوعين'],
  [1, 'month', 'mos?|mons?|mths?|mnths?|months?|monthly|calendar month|pcm|monate?|monatlich|mtl|mois|mensuel|mensuelle|mensuellement|mes|meses|mensual|mensuales|mensualmente|mensal|mensais|mensalmente|maand|maanden|maandelijkse?|mnd|p[/ ]?m|[かヶケカヵ箇個]月間?|(?<![\\d一二三四五六八九十])月|ひと月|月々|月額|月間|شهر|شهر[اي]|شهريا|اشهر|شهور'],
  [2, 'month', 'bimestriel|bimestrielle|bimestral|bimestralmente|隔月|شهرين'],
  [3, 'month', 'qtr|quarters?|quarterly|quartale?|quartalsweise|vierteljahr|vierteljahrlich|vierteljaehrlich|trimestres?|trimestriel|trimestrielle|trimestral|trimestralmente|kwartaal|kwartalen|四半期|ربع (?:سنويا?|سنة)'],
  [6, 'month', 'half yearly|half (?:a )?year|semi ?annual|semi ?annually|halbjahr|halbjahrlich|halbjaehrlich|halbe[ns]? jahre?|semestres?|semestriel|semestrielle|semestral|semestralmente|halfjaar|half jaar|halfjaarlijkse?|medio ano|meio ano|半年間?|半期|نصف (?:سنويا?|سنة)'],
  [1, 'year',  'y|yrs?|years?|yearly|annual|annually|annum|p[/ ]?[ay]|jahre?|jahrlich|jaehrlich|ans?|annees?|annuel|annuelle|annuellement|anos?|anual|anuales|anuais|anualmente|jaar|jaren|jaarlijkse?|p[/ ]?j|年間?|年額|سنة|سنويا?|سنوات|عام|اعوام'],
  [2, 'year',  '隔年|سنتين|عامين'],
];

/** What says no more than that it comes again: `per`, `alle`, `tous les`. */
export const AGAIN =
  "per |an? |each |every |/|pro |je |jede[nrs]? |im |in der |alle |par |chaque |toute?s les |tous les |au |a? ?l['’]|le |la |al |a la |por |(?:a )?cada |tod[oa]s? (?:[ao]s |l[ao]s )?|elke? |iedere? |om de (?!\\w+$)|ao |[毎各]|في |كل |لكل |لل|بال";

/** The same before that: `once a month`, `einmal im Jahr`, `مرة في الشهر`. */
export const ONCE = 'once |einmal |une fois |una vez |uma vez |eens |een keer |مرة (?:واحدة )?';

/** The same behind it: `3か月ごと`, `月払い`, `年1回`. */
export const PAID = 'ごと|毎|払い|あたり|につき|に?[1一]回';

/** Numbers as words: those that prices are charged by. */
// prettier-ignore
export const NUMBERS: ReadonlyArray<[number: number, words: string]> = [
  [1,  'one|eine?[nrms]?|une?|um|uma|een|一|واحد'],
  [2,  'two|zwei|deux|dos|dois|duas|twee|二'],
  [3,  'three|drei|trois|tres|drie|三|ثلاثة?'],
  [4,  'four|vier|quatre|cuatro|quatro|四|اربعة?'],
  [5,  'five|funf|cinq|cinco|vijf|五|خمسة?'],
  [6,  'six|sechs|seis|zes|六|ستة?'],
  [8,  'eight|acht|huit|ocho|oito|八|ثمانية?'],
  [9,  'nine|neun|neuf|nueve|nove|negen|九|تسعة?'],
  [10, 'ten|zehn|dix|diez|dez|tien|十|عشرة?'],
  [12, 'twelve|zwolf|douze|doce|doze|twaalf|十二|اثن[اي] عشر'],
  [14, 'fourteen|vierzehn|quatorze|catorce|catorze|veertien|十四'],
  [15, 'fifteen|funfzehn|quinze|quince|vijftien|十五'],
  [18, 'eighteen|achtzehn|dix huit|dieciocho|dezoito|achttien|十八'],
  [24, 'twenty four|vierundzwanzig|vingt quatre|veinticuatro|vierentwintig|二十四'],
  [30, 'thirty|dreißig|trente|treinta|trinta|dertig|三十|ثلاثين'],
];

/** What says that spans are left out: `every other`. */
export const ORDINALS: ReadonlyArray<[number: number, words: string]> = [
  [2, '(?:every|each) (?:other|second)|jede[nrs]? zweite[nrs]?|elke? tweede'],
  [3, '(?:every|each) third|jede[nrs]? dritte[nrs]?|elke? derde'],
];
