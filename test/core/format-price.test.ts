import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { formatAmount, formatInterval } from '../../src/core/price/format-price.ts';

/** Hard spaces and direction marks differ between releases of a browser, and nobody sees the difference. */
const seen = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

describe('formatAmount', () => {
  // prettier-ignore
  const amounts: Array<[behaviour: string, amount: string, currency: string, locale: string, text: string]> = [
    ['writes a whole amount without decimals',     '29.00',      'EUR', 'en',    '€29'],
    ['writes the same without given decimals',     '29',         'EUR', 'en',    '€29'],
    ['writes both decimals where one counts',      '29.9',       'EUR', 'en',    '€29.90'],
    ['writes nothing as nothing',                  '0',          'USD', 'en',    '$0'],
    ['groups thousands',                           '1234567.89', 'USD', 'en',    '$1,234,567.89'],
    ['writes German as Germans do',                '1234567.89', 'EUR', 'de',    '1.234.567,89 €'],
    ['writes French as the French do',             '29.50',      'EUR', 'fr',    '29,50 €'],
    ['writes Dutch as the Dutch do',               '29.50',      'EUR', 'nl',    '€ 29,50'],
    ['writes Japanese as the Japanese do',         '1200',       'JPY', 'ja',    '￥1,200'],
    ['gives a currency without decimals none',     '1200.00',    'JPY', 'en',    '¥1,200'],
    ['gives a currency with three decimals three', '1.25',       'KWD', 'en',    'KWD 1.250'],
    ['strips three decimals of a whole amount',    '3.000',      'KWD', 'ar',    '3 د.ك.'],
    ['writes Arabic with its currency behind',     '29',         'EUR', 'ar',    '29 €'],
    ['tells dollars apart',                        '3',          'CAD', 'en',    'CA$3'],
    ['leaves a currency nobody knows as it is',    '29.5',       'ZZZ', 'en',    'ZZZ 29.50'],
  ];
  test.for(amounts)('%s', ([, amount, currency, locale, text]) => {
    expect(seen(formatAmount(amount, currency, locale))).toBe(text);
  });

  test('writes what needs no formatter as the formatter would', () => {
    const locale = fc.constantFrom('en', 'en-US', 'en-GB', 'en-CA', 'en-IN', 'en-ZA', 'enm', 'de');
    const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'CAD', 'EGP', 'JPY');
    const decimal = fc.stringMatching(/^\d{1,15}(\.\d{1,6})?$/);
    fc.assert(
      fc.property(decimal, currency, locale, (amount, currency, locale) => {
        const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as object;
        const byIntl = new Intl.NumberFormat([locale, 'en'], options).format(Number(amount));
        expect(formatAmount(amount, currency, locale)).toBe(byIntl);
      }),
      { numRuns: 2000 },
    );
  });

  test('makes no formatter where it needs none', () => {
    vi.stubGlobal('Intl', {});
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(formatAmount('1188.00', 'USD', 'en-US')).toBe('$1,188');
    expect(formatAmount('9.5', 'GBP', 'en-GB')).toBe('£9.50');
    expect(() => formatAmount('9.5', 'CHF', 'en-GB')).toThrow(TypeError);
  });

  test('keeps languages, currencies and options apart', () => {
    const twice = ['en', 'de', 'en', 'de'].map((locale) => seen(formatAmount('1.50', 'EUR', locale)));
    expect(twice).toEqual(['€1.50', '1,50 €', '€1.50', '1,50 €']);
    expect(seen(formatAmount('1.50', 'USD', 'en'))).toBe('$1.50');
    expect(formatInterval({ unit: 'month', count: 1 }, 'en')).toBe('1 month');
  });
});

describe('formatInterval', () => {
  // prettier-ignore
  const spans: Array<[unit: 'day' | 'week' | 'month' | 'year', count: number, locale: string, text: string]> = [
    ['month', 1,  'en', '1 month'],
    ['month', 3,  'en', '3 months'],
    ['month', 3,  'de', '3 Monate'],
    ['day',   14, 'fr', '14 jours'],
    ['week',  2,  'ar', 'أسبوعان'],
    ['year',  2,  'ja', '2 年'],
  ];
  test.for(spans)('%s × %d in %s: %s', ([unit, count, locale, text]) => {
    expect(seen(formatInterval({ unit, count }, locale))).toBe(text);
  });
});
