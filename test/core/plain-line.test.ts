import { describe, expect, test } from 'vitest';
import { PLAIN_LINE, withoutMarks } from '../../src/core/plain-line.ts';

// prettier-ignore
const lines: Array<[what: string, text: string, isPlain: boolean]> = [
  ['a Persian name, with the joiner that its letters need', 'حسین\u200cزاده',       true],
  ['a Malayalam name that ends with a joiner',              'ശ്രീജിത്ത\u0d28\u0d4d\u200d', true],
  ['a family in one picture',                               '👨\u200d👩\u200d👧 Ltd', true],
  ['letters of another direction',                          'شركة Engines',          true],
  ['a name with a picture that has a colour',               'Engines ❤\ufe0f',      true],
  ['joiners alone',                                         '\u200c\u200d',          false],
  ['a turn of direction',                                   '001\u202exda\u202c',    false],
  ['an isolate',                                            '\u2066001\u2069',       false],
  ['a mark of direction',                                   '001\u200f',             false],
  ['a space without a width',                               '0\u200b01',             false],
  ['a mark of byte order',                                  '\ufeff001',             false],
  ['a text in tags that nobody sees',                       '001\u{e0041}\u{e0042}', false],
  ['a break of a line',                                     '001\u2028x',            false],
  ['a control character',                                   '001\0',                 false],
  ['half a character',                                      '\ud800',                false],
];
test.for(lines)('%s: %s is plain: %s', ([, text, isPlain]) => {
  expect(PLAIN_LINE.test(text)).toBe(isPlain);
});

describe('without the marks that nobody sees', () => {
  test.for(lines.filter(([, , isPlain]) => isPlain))('%s stays as it is', ([, text]) => {
    expect(withoutMarks(text)).toBe(text);
  });

  test('what is left is what was seen', () => {
    expect(withoutMarks('\u202aA\u200bd\u2060a\u202c\u{e0041}\ufeff')).toBe('Ada');
  });
});
