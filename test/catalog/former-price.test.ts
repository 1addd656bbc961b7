import { expect, onTestFinished, test, vi } from 'vitest';
import { htmlSegments } from '../../src/catalog/html/html-text.ts';
import { formerPrice } from '../../src/catalog/charges/former-price.ts';

// prettier-ignore
const table: Array<[behaviour: string, html: string, was: string | undefined]> = [
  ['reads the former price beside the charge',       '<s>€35</s> €29 per month',             '35'],
  ['reads decimals',                                 '<s>€35.50</s> €29.00',                 '35.5'],
  ['reads decimals after a comma',                   '<s>35,50 €</s> 29,00 €',               '35.5'],
  ['reads a bare number',                            '<s>35</s> 29',                         '35'],
  ['reads a currency code',                          '<s>EUR 35</s> EUR 29',                 '35'],
  ['reads hard spaces',                              '<s>35&nbsp;€</s> 29&nbsp;€',           '35'],
  ['takes a placeholder for the charge',             '<s>€35</s> {{formattedPrice}}',        '35'],
  ['doubts a price without the charge beside it',    '<s>€350</s> €290 per year',            undefined],
  ['doubts another currency',                        '<s>$35</s> €29',                       undefined],
  ['doubts words beside the number',                 '<s>was €35</s> €29',                   undefined],
  ['doubts a former price that is lower',            '<s>€19</s> €29',                       undefined],
  ['doubts a former price that is equal',            '<s>€29</s> €29',                       undefined],
  ['doubts two former prices',                       '<s>€39</s> <s>€35</s> €29',            undefined],
  ['doubts two bare former prices',                  '<s>39</s> <s>35</s> 29',               undefined],
  ['doubts two numbers in one',                      '<s>€39 €35</s> €29',                   undefined],
  ['doubts what can be read in two ways',            '<s>€1,200</s> €29',                    undefined],
  ['doubts what can be read in two ways beside it',  '<s>€35</s> €29.000',                   undefined],
  ['has none without struck text',                   '€35 €29',                              undefined],
];
test.for(table)('%s', ([, html, was]) => {
  expect(formerPrice(htmlSegments(html), { amount: '29.00', currency: 'EUR' })).toBe(was);
});

test('reads the sign its own people write', () => {
  const price = { amount: '29.00', currency: 'CAD' };
  const was = (html: string) => formerPrice(htmlSegments(html), price);
  expect([was('<s>$35</s> $29'), was('<s>CA$35</s> CA$29'), was('<s>A$35</s> $29')]).toEqual([
    '35',
    '35',
    undefined,
  ]);
});

test('makes no formatter for euros, for a code and for a bare number', () => {
  vi.stubGlobal('Intl', {});
  onTestFinished(() => void vi.unstubAllGlobals());
  const was = (html: string, currency: string) =>
    formerPrice(htmlSegments(html), { amount: '29.00', currency });
  expect(was('<s>€35</s> €29', 'EUR')).toBe('35');
  expect(was('<s>35 CAD</s> 29 CAD', 'CAD')).toBe('35');
  expect(was('<s>35</s> 29', 'CAD')).toBe('35');
});

test('reads a long run of numbers', () => {
  const html = `<s>${'1,'.repeat(1e5)}</s> 29`;
  expect(formerPrice(htmlSegments(html), { amount: '29', currency: 'EUR' })).toBe(undefined);
});
