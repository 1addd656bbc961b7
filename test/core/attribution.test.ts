import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedParameters, DEFAULT_CARRY } from '../../src/core/link/attribution.ts';

describe('carriedParameters', () => {
  // prettier-ignore
  const rows: Array<[behaviour: string, search: string, carry: string, carried: Record<string, string>]> = [
    ['carries campaigns and click ids',           '?utm_source=a&gclid=b&msclkid=c&fbclid=d', DEFAULT_CARRY, { utm_source: 'a', gclid: 'b', msclkid: 'c', fbclid: 'd' }],
    ['leaves what is not on the list',            '?utm_source=a&page=2&ref=x',               DEFAULT_CARRY, { utm_source: 'a' }],
    ['carries nothing from a page without query', '',                                         DEFAULT_CARRY, {}],
    ['carries nothing when told so',              '?utm_source=a&none=b',                     'none',        {}],
    ['carries what is named',                     '?ref=x&utm_source=a',                      'ref',         { ref: 'x' }],
    ['takes commas between names',                '?ref=x&via=y',                             'ref,via',     { ref: 'x', via: 'y' }],
    ['takes a name for the whole name',           '?refer=x&xref=y',                          'ref',         {}],
    ['carries all when told so',                  '?a=1&b=2',                                 '*',           { a: '1', b: '2' }],
    ['keeps the last of two',                     '?utm_source=first&utm_source=second',      'utm_*',       { utm_source: 'second' }],
    ['keeps the order of the page',               '?utm_source=a&gclid=c&utm_medium=b',       DEFAULT_CARRY, { utm_source: 'a', gclid: 'c', utm_medium: 'b' }],
    ['reads plus and percent',                    '?utm_source=a+b%26c',                      'utm_*',       { utm_source: 'a b&c' }],
    ['keeps an empty value',                      '?utm_source=',                             'utm_*',       { utm_source: '' }],
    ['survives a broken escape',                  '?utm_source=%E0%A4%A',                     'utm_*',       { utm_source: '\ufffd%A' }],
    ['takes a pattern for no regular expression', '?utmXsource=a',                            'utm.*',       {}],
  ];
  test.for(rows)('%s', ([, search, carry, carried]) => {
    expect(Object.entries(carriedParameters(search, carry))).toEqual(Object.entries(carried));
  });

  // prettier-ignore
  const personal: string[] = [
    '?email=a', '?utm_email=a', '?e_mail=a', '?Mail=a', '?name=a', '?firstName=a', '?last_name=a', '?username=a',
    '?phone=a', '?telephone=a', '?token=a', '?access_token=a', '?utm_token=a', '?secret=a', '?client_secret=a',
    '?password=a', '?PASSWD=a', '?session=a', '?sessionid=a', '?utm_source=jane@example.com', '?x=jane%40example.com',
  ];
  test.for(personal)('never carries %s, whatever is listed', (search) => {
    expect(carriedParameters(search, '* email name token utm_* x')).toEqual({});
  });

  test('leaves the prototype of objects alone', () => {
    const carried = carriedParameters('?__proto__=planted&constructor=x', '*');
    expect(Object.getPrototypeOf(carried)).toBe(Object.prototype);
    expect(Object.keys(carried).sort()).toEqual(['__proto__', 'constructor']);
  });

  test('carries only what is there, from any query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        const there = new URLSearchParams(search);
        for (const [name, value] of Object.entries(carriedParameters(search, '*')))
          expect(there.get(name)).toBe(value);
      }),
    );
  });
});
