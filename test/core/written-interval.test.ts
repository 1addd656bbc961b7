import { expect, test } from 'vitest';
import type { Interval } from '../../src/core/offer/offer.ts';
import { readWrittenInterval } from '../../src/core/price/written-interval.ts';

/** What people write for a span, by language. */
// prettier-ignore
const WRITTEN: Array<[language: string, unit: Interval['unit'], count: number, words: string[]]> = [
  ['en', 'day',   1, ['daily', 'per day', '/ day', 'each day']],
  ['en', 'week',  1, ['weekly', '/wk', 'a week', 'every week']],
  ['en', 'month', 1, ['Monthly', '/mo', '/mo.', 'per month', 'a month', '1 month', 'mth']],
  ['en', 'month', 3, ['quarterly', 'per quarter', '3-month', 'every 3 months']],
  ['en', 'month', 6, ['half-yearly', 'semi-annually', 'every 2 quarters', '6 months']],
  ['en', 'year',  1, ['yearly', 'annual', 'per annum', 'p.a.', '/yr', 'a year']],
  ['de', 'day',   1, ['täglich', 'pro Tag', 'je Tag']],
  ['de', 'week',  1, ['wöchentlich', 'pro Woche', 'in der Woche']],
  ['de', 'month', 1, ['monatlich', 'pro Monat', '/ Monat', 'im Monat', 'jeden Monat', 'mtl.', 'MONATLICH']],
  ['de', 'month', 3, ['vierteljährlich', 'je Quartal', 'alle 3 Monate', 'quartalsweise']],
  ['de', 'month', 6, ['halbjährlich', 'pro Halbjahr']],
  ['de', 'year',  1, ['jährlich', 'pro Jahr', 'im Jahr', 'jedes Jahr', 'ja\u0308hrlich']],
  ['fr', 'day',   1, ['par jour', 'quotidien']],
  ['fr', 'week',  1, ['par semaine', 'hebdomadaire', 'chaque semaine']],
  ['fr', 'month', 1, ['par mois', '/mois', 'mensuel', 'Mensuelle', 'chaque mois', 'tous les mois']],
  ['fr', 'month', 3, ['trimestriel', 'par trimestre', 'tous les 3 mois']],
  ['fr', 'year',  1, ['par an', '/an', 'annuel', 'par année', 'tous les ans']],
  ['es', 'day',   1, ['al día', 'diario', 'por día']],
  ['es', 'week',  1, ['a la semana', 'semanal', 'por semana']],
  ['es', 'month', 1, ['al mes', '/mes', 'mensual', 'por mes', 'cada mes']],
  ['es', 'month', 3, ['trimestral', 'cada 3 meses']],
  ['es', 'year',  1, ['al año', '/año', 'anual', 'por año']],
  ['nl', 'day',   1, ['per dag', 'dagelijks']],
  ['nl', 'week',  1, ['per week', 'wekelijks', 'elke week']],
  ['nl', 'month', 1, ['per maand', 'maandelijks', 'p/m', 'elke maand', '/ maand']],
  ['nl', 'month', 3, ['per kwartaal', 'elke 3 maanden']],
  ['nl', 'year',  1, ['per jaar', 'jaarlijks', 'p/j', 'ieder jaar']],
  ['pt', 'day',   1, ['por dia', 'diária', 'ao dia']],
  ['pt', 'month', 1, ['por mês', '/mês', 'mensal', 'ao mês', 'cada mês']],
  ['pt', 'month', 3, ['trimestral', 'a cada 3 meses']],
  ['pt', 'year',  1, ['por ano', 'anual', 'ao ano']],
  ['ja', 'day',   1, ['日', '毎日', '1日']],
  ['ja', 'week',  1, ['週', '毎週', '/週']],
  ['ja', 'month', 1, ['月', '月額', '毎月', '/月', '1か月', '１ヶ月', '月払い']],
  ['ja', 'month', 3, ['3か月ごと', '四半期', '3ヶ月毎']],
  ['ja', 'year',  1, ['年', '年額', '毎年', '年間', '1年ごと', '年払い']],
  ['ar', 'day',   1, ['يوميا', 'في اليوم']],
  ['ar', 'week',  1, ['أسبوعيا', 'في الأسبوع']],
  ['ar', 'month', 1, ['شهريا', 'شهريًا', 'شهرياً', 'في الشهر', 'بالشهر', 'كل شهر', '/ شهر']],
  ['ar', 'month', 3, ['كل 3 أشهر', 'كل ٣ أشهر']],
  ['ar', 'year',  1, ['سنويا', 'سنويًا', 'في السنة', 'كل سنة', 'كل عام']],
  ['programs', 'month', 1, ['P1M', 'p1m']],
  ['programs', 'year',  2, ['P2Y']],
];
const rows = WRITTEN.flatMap(([language, unit, count, words]) =>
  words.map((written) => [written, language, { unit, count }] as const),
);

test.for(rows)('reads %s (%s)', ([written, , interval]) => {
  expect(readWrittenInterval(written)).toEqual(interval);
});

// prettier-ignore
const none = ['', ' ', 'once', 'biweekly', 'bimonthly', 'fortnight', 'moon', 'monatlich kündbar', 'per', 'month to month', '12', 'P1M2D', 'PT1H', '0 months', '99999 days', 'ein Monat Probe'];
test.for(none)('reads nothing in "%s"', (written) => {
  expect(readWrittenInterval(written)).toBeUndefined();
});
