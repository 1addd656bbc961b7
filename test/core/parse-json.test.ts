import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/core/parse-json.ts';

describe('parseJson', () => {
  // prettier-ignore
  const mended: Array<[behaviour: string, text: string, value: unknown]> = [
    ['reads what is right',                   '{"a":[1,"b",null]}',               { a: [1, 'b', null] }],
    ['keeps typographic quotes in a text',    '{"a":"say “yes”"}',                { a: 'say “yes”' }],
    ['keeps a comma before a bracket in text', '["a,]"]',                         ['a,]']],
    ['keeps a hard space in a text',          '["29\u00a0€"]',                    ['29\u00a0€']],
    ['mends typographic quotes',              '{“a”: “b”}',                       { a: 'b' }],
    ['mends quotes of other languages',       '{„a‟: „b”}',                       { a: 'b' }],
    ['mends hard spaces',                     '{\u00a0"a":\u00a01\u00a0}',        { a: 1 }],
    ['mends a byte order mark',               '\ufeff[1]',                        [1]],
    ['mends a comma at the end of an object', '{"a":1,}',                         { a: 1 }],
    ['mends a comma at the end of a list',    '[1,2,\n]',                         [1, 2]],
    ['mends all at once',                     '\ufeff[{“a”:\u00a01,},]',          [{ a: 1 }]],
  ];
  test.for(mended)('%s', ([, text, value]) => {
    expect(parseJson(text)).toEqual(value);
  });

  test.for([
    '',
    ' ',
    '{',
    '[1',
    '{a:1}',
    "{'a':1}",
    '<p>[1]</p>',
    'undefined',
    '[object Object]',
    '[1,,2]',
    'NaN',
  ])('refuses %j', (text) => {
    expect(() => parseJson(text)).toThrow(
      expect.objectContaining({ name: 'LimioError', code: 'json_invalid' }),
    );
  });

  test('never repeats what it refuses', () => {
    expect(() => parseJson('{"planted-secret"')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('planted') }),
    );
  });

  test('reads any JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});
