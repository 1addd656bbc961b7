import { describe, expect, test } from 'vitest';
import { fillOffer, fillPlaceholders } from '../../src/core/offer/placeholders.ts';

const price = { amount: '29.50', currency: 'CAD' };

describe('fillPlaceholders', () => {
  // prettier-ignore
  const texts: Array<[behaviour: string, text: string, filled: string]> = [
    ['leaves a text without any',                   'Nothing to fill',            'Nothing to fill'],
    ['fills the price',                             '{{formattedPrice}} a month', 'CA$29.50 a month'],
    ['fills the price with a comma',                '{{formattedPriceComma}}',    'CA$29,50'],
    ['fills the amount',                            '{{amount}}',                 '29.50'],
    ['fills the code of the currency',              '{{currencyCode}}',           'CAD'],
    ['fills the symbol that tells it from others',  '{{currencySymbol}}',         'CA$'],
    ['fills the symbol its own people use',         '{{currencySymbolNative}}',   '$'],
    ['fills the whole and the decimals apart',      '{{integerValue}}·{{decimalValue}}', '29·50'],
    ['fills each time',                             '{{amount}} {{amount}}',      '29.50 29.50'],
    ['drops one nobody knows',                      'a {{quantity}}b',            'a b'],
    ['drops the name of a built-in',                'a {{constructor}}{{__proto__}}b', 'a b'],
    ['leaves what only looks like one',             '{amount} {{ amount }} {{a.b}}', '{amount} {{ amount }} {{a.b}}'],
  ];
  test.for(texts)('%s', ([, text, filled]) => {
    expect(fillPlaceholders(text, price, 'en')).toBe(filled);
  });

  test('gives a whole amount two zeros where decimals are asked for', () => {
    expect(fillPlaceholders('{{decimalValue}}', { amount: '29', currency: 'EUR' }, 'en')).toBe('00');
  });

  test('drops them all where there is no price', () => {
    expect(fillPlaceholders('{{formattedPrice}} a month', undefined, 'en')).toBe(' a month');
  });

  test('writes a currency nobody knows', () => {
    const unknown = { amount: '1.00', currency: 'ZZZ' };
    expect(fillPlaceholders('{{currencySymbol}}', unknown, 'en')).toBe('ZZZ');
  });
});

describe('fillOffer', () => {
  test('fills the lines around the price and nothing else', () => {
    const offer = {
      path: '/x',
      name: '{{amount}}',
      price,
      displayPrice: [{ text: '{{amount}} ', style: 'strong' as const }, { text: 'a month' }],
      smallPrint: [{ text: 'then {{currencyCode}}' }],
    };
    expect(fillOffer(offer, 'en')).toEqual({
      ...offer,
      displayPrice: [{ text: '29.50 ', style: 'strong' }, { text: 'a month' }],
      smallPrint: [{ text: 'then CAD' }],
    });
  });

  test('adds nothing to an offer without such lines', () => {
    expect(fillOffer({ path: '/x', name: 'x' }, 'en')).toEqual({ path: '/x', name: 'x' });
  });
});
