import { expect, test } from 'vitest';
import type { Interval } from '../../src/core/offer/offer.ts';
import { readWrittenInterval } from '../../src/core/price/written-interval.ts';

/** What people write for a span, by language. */
// prettier-ignore
const WRITTEN: Array<[language: string, unit: Interval['unit'], count: number, words: string[]]> = [
  ['en', 'day',   1, ['daily', 'per day', '/ day', 'each day']],
  ['en', 'week',  1, ['weekly', '/wk', 'a week', 'every week']],
  ['en', 'month', 1, ['Monthly', '/mo', '/mo.', 'per month', 'a month', '1 month', 'mth', 'once a month', 'per-month', 'per calendar month', 'month(s)']],
  ['en', 'month', 3, ['quarterly', 'per quarter', '3-month', 'every 3 months', 'every three months', 'once every three months', 'every third month']],
  ['en', 'month', 6, ['half-yearly', 'semi-annually', 'every 2 quarters', '6 months', 'half a year', 'six-monthly']],
  ['en', 'year',  1, ['yearly', 'annual', 'per annum', 'p.a.', '/yr', 'a year']],
  ['en', 'month', 2, ['every other month', 'every second month', 'every two months']],
  ['en', 'week',  2, ['every two weeks', 'fortnightly']],
  ['de', 'day',   1, ['täglich', 'pro Tag', 'je Tag']],
  ['de', 'week',  1, ['wöchentlich', 'pro Woche', 'in der Woche']],
  ['de', 'month', 1, ['monatlich', 'pro Monat', '/ Monat', 'im Monat', 'jeden Monat', 'mtl.', 'MONATLICH', 'einmal im Monat', 'p. M.', 'Monat(e)']],
  ['de', 'month', 3, ['vierteljährlich', 'je Quartal', 'alle 3 Monate', 'quartalsweise', 'alle drei Monate', 'vierteljaehrlich']],
  ['de', 'month', 6, ['halbjährlich', 'pro Halbjahr', 'alle sechs Monate', 'pro halbes Jahr', 'halbjaehrlich']],
  ['de', 'year',  1, ['jährlich', 'pro Jahr', 'im Jahr', 'jedes Jahr', 'ja\u0308hrlich']],
  ['de', 'month', 2, ['jeden zweiten Monat', 'zweimonatlich']],
  ['de', 'day',   14, ['14-täglich', 'vierzehntägig']],
  ['fr', 'day',   1, ['par jour', 'quotidien']],
  ['fr', 'week',  1, ['par semaine', 'hebdomadaire', 'chaque semaine']],
  ['fr', 'month', 1, ['par mois', '/mois', 'mensuel', 'Mensuelle', 'chaque mois', 'tous les mois', 'au mois', 'une fois par mois']],
  ['fr', 'month', 3, ['trimestriel', 'par trimestre', 'tous les 3 mois', 'tous les trois mois']],
  ['fr', 'year',  1, ['par an', '/an', 'annuel', 'par année', 'tous les ans', 'à l’année', 'l\'an']],
  ['fr', 'month', 2, ['bimestriel', 'tous les deux mois']],
  ['es', 'day',   1, ['al día', 'diario', 'por día']],
  ['es', 'week',  1, ['a la semana', 'semanal', 'por semana']],
  ['es', 'month', 1, ['al mes', '/mes', 'mensual', 'por mes', 'cada mes', 'una vez al mes', 'todos los meses']],
  ['es', 'month', 3, ['trimestral', 'cada 3 meses', 'cada tres meses']],
  ['es', 'year',  1, ['al año', '/año', 'anual', 'por año']],
  ['es', 'month', 2, ['bimestral']],
  ['es', 'month', 6, ['medio año']],
  ['nl', 'day',   1, ['per dag', 'dagelijks']],
  ['nl', 'week',  1, ['per week', 'wekelijks', 'elke week']],
  ['nl', 'month', 1, ['per maand', 'maandelijks', 'p/m', 'elke maand', '/ maand', 'één keer per maand']],
  ['nl', 'month', 3, ['per kwartaal', 'elke 3 maanden', 'elke drie maanden']],
  ['nl', 'year',  1, ['per jaar', 'jaarlijks', 'p/j', 'ieder jaar']],
  ['nl', 'month', 2, ['om de twee maanden']],
  ['nl', 'month', 6, ['half jaar']],
  ['pt', 'day',   1, ['por dia', 'diária', 'ao dia']],
  ['pt', 'month', 1, ['por mês', '/mês', 'mensal', 'ao mês', 'cada mês', 'uma vez por mês', 'todos os meses', 'todo mês']],
  ['pt', 'month', 3, ['trimestral', 'a cada 3 meses', 'a cada três meses']],
  ['pt', 'year',  1, ['por ano', 'anual', 'ao ano']],
  ['ja', 'day',   1, ['日', '毎日', '1日']],
  ['ja', 'week',  1, ['週', '毎週', '/週']],
  ['ja', 'month', 1, ['月', '月額', '毎月', '/月', '1か月', '１ヶ月', '月払い', '月々', '月1回']],
  ['ja', 'month', 3, ['3か月ごと', '四半期', '3ヶ月毎', '三か月', '3カ月間']],
  ['ja', 'year',  1, ['年', '年額', '毎年', '年間', '1年ごと', '年払い']],
  ['ja', 'month', 2, ['隔月']],
  ['ja', 'month', 12, ['十二ヶ月']],
  ['ar', 'day',   1, ['يوميا', 'في اليوم']],
  ['ar', 'week',  1, ['أسبوعيا', 'في الأسبوع']],
  ['ar', 'month', 1, ['شهريا', 'شهريًا', 'شهرياً', 'في الشهر', 'بالشهر', 'كل شهر', '/ شهر', 'مرة في الشهر', 'للشهر']],
  ['ar', 'month', 3, ['كل 3 أشهر', 'كل ٣ أشهر', 'كل ثلاثة أشهر']],
  ['ar', 'year',  1, ['سنويا', 'سنويًا', 'في السنة', 'كل سنة', 'كل عام']],
  ['ar', 'month', 2, ['كل شهرين']],
  ['programs', 'month', 1, ['P1M', 'p1m']],
  ['programs', 'year',  2, ['P2Y']],
  ['programs', 'month', 3, ['EVERY_3_MONTHS']],
];
const rows = WRITTEN.flatMap(([language, unit, count, words]) =>
  words.map((written) => [written, language, { unit, count }] as const),
);

test.for(rows)('reads %s (%s)', ([written, , interval]) => {
  expect(readWrittenInterval(written)).toEqual(interval);
});

// prettier-ignore
const none = ['', ' ', 'once', 'biweekly', 'bimonthly', 'bimensuel', 'quincenal', 'moon', 'om de maand', 'every second', '1. Monat', 'für 3 Monate', 'first 3 months', '1–3 months', 'billed annually', 'twice a year', 'per user per month', '3月', '三月', 'monatlich kündbar', 'per', 'month to month', '12', 'P1M2D', 'PT1H', '0 months', '99999 days', 'ein Monat Probe'];
test.for(none)('reads nothing in "%s"', (written) => {
  expect(readWrittenInterval(written)).toBeUndefined();
});
