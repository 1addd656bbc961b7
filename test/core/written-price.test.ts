import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWrittenPrice } from '../../src/core/price/written-price.ts';

const eur = { amount: '29.00', currency: 'EUR' };
const month = { unit: 'month', count: 1 };
const year = { unit: 'year', count: 1 };

// prettier-ignore
const prices: Array<[given: object | string, price: object]> = [
  [{ amount: '$29', currency: 'USD' },                        { amount: '29', currency: 'USD' }],
  [{ amount: '$29', currency: 'cad', interval: 'monthly' },   { amount: '29', currency: 'CAD', interval: month }],
  [{ amount: '1,299.00', currency: 'USD' },                   { amount: '1299.00', currency: 'USD' }],
  [{ amount: '1,299', currency: 'USD' },                      { amount: '1299', currency: 'USD' }],
  [{ amount: '1.299,00 €' },                                  { amount: '1299.00', currency: 'EUR' }],
  [{ amount: '29,00 €' },                                     eur],
  [{ amount: '€ 29,00' },                                     eur],
  [{ amount: '29.00 eur' },                                   eur],
  [{ amount: 'EUR 29.00' },                                   eur],
  [{ amount: '1 299,5', currency: 'EUR' },                    { amount: '1299.5', currency: 'EUR' }],
  [{ amount: '1\u00a0299\u00a0€' },                           { amount: '1299', currency: 'EUR' }],
  [{ amount: "1'299.00", currency: 'CHF' },                   { amount: '1299.00', currency: 'CHF' }],
  [{ amount: '1,234,567.89', currency: 'USD' },               { amount: '1234567.89', currency: 'USD' }],
  [{ amount: '¥1,200', currency: 'JPY' },                     { amount: '1200', currency: 'JPY' }],
  [{ amount: '1.250', currency: 'KWD' },                      { amount: '1.250', currency: 'KWD' }],
  [{ amount: '£29', was: '£39.50' },                          { amount: '29', currency: 'GBP', was: '39.50' }],
  [{ amount: 29, currency: 'EUR', interval: '/mo' },          { amount: '29', currency: 'EUR', interval: month }],
  [{ ...eur, interval: 'per month' },                         { ...eur, interval: month }],
  [{ ...eur, interval: 'a month' },                           { ...eur, interval: month }],
  [{ ...eur, interval: ' / Month ' },                         { ...eur, interval: month }],
  [{ ...eur, interval: 'Yearly' },                            { ...eur, interval: year }],
  [{ ...eur, interval: 'per annum' },                         { ...eur, interval: year }],
  [{ ...eur, interval: 'annually' },                          { ...eur, interval: year }],
  [{ ...eur, interval: 'quarterly' },                         { ...eur, interval: { unit: 'month', count: 3 } }],
  [{ ...eur, interval: 'every 2 weeks' },                     { ...eur, interval: { unit: 'week', count: 2 } }],
  [{ ...eur, interval: 'daily' },                             { ...eur, interval: { unit: 'day', count: 1 } }],
  [{ ...eur, interval: { unit: 'month', count: 1 } },         { ...eur, interval: month }],
  ['29 EUR',                                                  { amount: '29', currency: 'EUR' }],
  [{ amount: '29', currency: '€' },                           { amount: '29', currency: 'EUR' }],
  [{ amount: 'US$29' },                                       { amount: '29', currency: 'USD' }],
  [{ amount: 'A$ 1,299.50' },                                 { amount: '1299.50', currency: 'AUD' }],
  [{ amount: 'R$ 29,90' },                                    { amount: '29.90', currency: 'BRL' }],
  [{ amount: 'Fr. 29.–' },                                    { amount: '29.00', currency: 'CHF' }],
  [{ amount: '29,- €' },                                      eur],
  [{ amount: '1.299,—', currency: 'EUR' },                    { amount: '1299.00', currency: 'EUR' }],
  [{ amount: '299 kr', currency: 'SEK' },                     { amount: '299', currency: 'SEK' }],
  [{ amount: '29,99 zł' },                                    { amount: '29.99', currency: 'PLN' }],
  [{ amount: '2,900円' },                                      { amount: '2900', currency: 'JPY' }],
  [{ amount: '￥２，９００', currency: 'JPY' },                      { amount: '2900', currency: 'JPY' }],
  [{ amount: '٢٩٫٥٠', currency: 'SAR' },                      { amount: '29.50', currency: 'SAR' }],
  [{ amount: '29 ر.س' },                                      { amount: '29', currency: 'SAR' }],
  [{ amount: '₹1,29,900', currency: 'INR' },                  { amount: '129900', currency: 'INR' }],
  [{ amount: '29', currency: 'EUR', was: '39,00 €' },         { amount: '29', currency: 'EUR', was: '39.00' }],
  [{ amount: 'Rs. 1,29,900/-', currency: 'INR' },             { amount: '129900', currency: 'INR' }],
  [{ amount: '₹999/-' },                                      { amount: '999', currency: 'INR' }],
  [{ amount: '$9.99 USD', interval: 'month' },                { amount: '9.99', currency: 'USD', interval: month }],
  [{ amount: '29,90 TL' },                                    { amount: '29.90', currency: 'TRY' }],
  [{ amount: '1 290 ₽' },                                     { amount: '1290', currency: 'RUB' }],
  [{ amount: '9,900원' },                                      { amount: '9900', currency: 'KRW' }],
  [{ amount: '฿299' },                                        { amount: '299', currency: 'THB' }],
  [{ amount: 'RM 1,299.00' },                                 { amount: '1299.00', currency: 'MYR' }],
  [{ amount: '29,90 лв.' },                                   { amount: '29.90', currency: 'BGN' }],
  [{ amount: '299 ₴' },                                       { amount: '299', currency: 'UAH' }],
  [{ amount: '29 lei', currency: 'RON' },                     { amount: '29', currency: 'RON' }],
  [{ amount: '29', currency: 'TL' },                          { amount: '29', currency: 'TRY' }],
  [{ amount: '299:-', currency: 'SEK' },                      { amount: '299.00', currency: 'SEK' }],
  [{ amount: 'Rp 129.000' },                                  { amount: '129000', currency: 'IDR' }],
  [{ amount: 'AUD $29.95' },                                  { amount: '29.95', currency: 'AUD' }],
  [{ amount: '29,00 $ US' },                                  { amount: '29.00', currency: 'USD' }],
  [{ amount: '29 د.إ.\u200f' },                               { amount: '29', currency: 'AED' }],
  [{ amount: '29 درهم', currency: 'MAD' },                    { amount: '29', currency: 'MAD' }],
  [{ amount: 'RMB 299' },                                     { amount: '299', currency: 'CNY' }],
];
test.for(prices)('reads %j', ([given, price]) => {
  expect(readWrittenPrice(given)).toEqual({ price });
});

// prettier-ignore
const texts: Array<[why: string, given: object | string, text: string]> = [
  ['a dollar of no country',         { amount: '$29', interval: 'monthly' },                     '$29 monthly'],
  ['no currency',                    { amount: '29' },                                           '29'],
  ['a period nobody knows',          { amount: '29', currency: 'EUR', interval: 'per moon' },    '29 EUR per moon'],
  ['a sign of another currency',     { amount: '€29', currency: 'USD' },                         '€29 USD'],
  ['a code of another currency',     { amount: '29 EUR', currency: 'USD' },                      '29 EUR USD'],
  ['two signs',                      { amount: '$29 €' },                                        '$29 €'],
  ['words',                          { amount: 'from 29', currency: 'EUR' },                     'from 29 EUR'],
  ['a price nobody writes',          { amount: '1,29,9', currency: 'USD' },                      '1,29,9 USD'],
  ['what is read in two ways',       { amount: '1,250', currency: 'KWD' },                       '1,250 KWD'],
  ['thousands, or one and a bit',    { amount: '1.299', currency: 'EUR', interval: 'Monat' },    '1.299 EUR Monat'],
  ['a crown of no country',          { amount: '299 kr' },                                       '299 kr'],
  ['a yen or a yuan',                { amount: '¥299', interval: 'month' },                      '¥299 month'],
  ['twice a week, or every other',   { amount: '29', currency: 'EUR', interval: 'biweekly' },    '29 EUR biweekly'],
  ['one payment',                    { amount: '29', currency: 'EUR', interval: 'einmalig' },    '29 EUR einmalig'],
  ['never',                          { amount: '29', currency: 'EUR', interval: 'every 0 days' }, '29 EUR every 0 days'],
  ['less than nothing',              { amount: '-5', currency: 'EUR' },                          '-5 EUR'],
  ['rupees of no country',           { amount: 'Rs. 999/-', interval: 'month' },                 'Rs. 999/- month'],
  ['a tax that is said beside it',   { amount: '¥1,200（税込）' },                                  '¥1,200（税込）'],
  ['a range',                        { amount: '$9–$12', interval: 'month' },                    '$9–$12 month'],
  ['lei of no country',              { amount: '29 lei' },                                       '29 lei'],
  ['a word that is no currency',     { amount: 'nur 29' },                                       'nur 29'],
  ['a dollar of another country',    { amount: 'CAD €29' },                                      'CAD €29'],
  ['a note behind it',               { amount: '29¹ €' },                                        '29¹ €'],
  ['cents that are raised',          { amount: '€29⁹⁹' },                                        '€29⁹⁹'],
  ['a note in a circle',             { amount: '29①', currency: 'EUR' },                         '29① EUR'],
  ['less than one, or thousands',    { amount: '0,999', currency: 'EUR' },                       '0,999 EUR'],
  ['thousands that a program wrote', { amount: '29.999', currency: 'JPY' },                      '29.999 JPY'],
  ['words that need no currency',    { amount: 'Free', currency: 'EUR', interval: 'month' },     'Free'],
  ['words alone',                    'Talk to us',                                               'Talk to us'],
];
test.for(texts)('gives the text for %s', ([, given, text]) => {
  expect(readWrittenPrice(given)).toEqual({ displayPrice: [{ text }] });
});

test.for([
  undefined,
  null,
  {},
  '',
  { currency: 'EUR', interval: 'month' },
  { amount: ' ' },
  { amount: NaN },
  'undefined',
  { amount: '{{ price }}', currency: 'EUR' },
])('gives nothing for %j', (given) => {
  expect(readWrittenPrice(given)).toEqual({});
});

test('reads what any language writes for an amount as that amount, or not at all', () => {
  const locale = fc.constantFrom('en', 'de', 'fr', 'de-CH', 'es', 'pt-BR', 'nl', 'sv', 'pl');
  const currency = fc.constantFrom('EUR', 'USD', 'GBP', 'JPY', 'KWD', 'CHF');
  fc.assert(
    fc.property(locale, currency, fc.integer({ min: 1, max: 99_999_999 }), (locale, currency, cents) => {
      const number = new Intl.NumberFormat(locale, { style: 'currency', currency });
      const digits = number.resolvedOptions().maximumFractionDigits ?? 0;
      const { price, displayPrice } = readWrittenPrice({
        amount: number.format(cents / 10 ** digits),
        currency,
      });
      expect(price ? Number(price.amount) : cents / 10 ** digits).toBe(cents / 10 ** digits);
      expect(!price).toBe(Boolean(displayPrice));
    }),
  );
});
