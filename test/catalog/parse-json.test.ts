import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/catalog/parse-json.ts';

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
    ['mends quotes after figures',            '{“amount”: “29″, «a»: 1}',         { amount: '29', a: 1 }],
    ['mends quotes behind backslashes',       '[{\\"a\\": \\"b\\"}]',             [{ a: 'b' }]],
    ['mends blanks without a width',          '[\u200b1\u2060,\u2028 2\u200b]',    [1, 2]],
    ['mends paragraphs of an editor',         '<p>[1,</p>\n<p class="x">2]</p>',  [1, 2]],
    ['mends line breaks of an editor',        '[1,<br />\n2<br>]',                [1, 2]],
    ['mends a comment of HTML around it',     '<!-- [1] -->',                     [1]],
    ['mends a section of XML around it',      '//<![CDATA[\n[1]\n//]]>',          [1]],
    ['mends comments in lines',               '[ // one\n1, // two\n]',           [1]],
    ['mends comments in between',             '[ /* one */ 1, /* none */ ]',      [1]],
    ['mends quotes that are references',      '[{&quot;a&quot;:&#34;b&#x22;}]',   [{ a: 'b' }]],
    ['mends references written twice',        '[{&amp;quot;a&amp;quot;:1}]',      [{ a: 1 }]],
    ['mends typographic references',          '[{&#8220;a&#8221;:&nbsp;1}]',      [{ a: 1 }]],
    ['mends line breaks and tabs in a text',  '["a\nb\tc"]',                      ['a b c']],
    ['keeps what is in a text meanwhile',     '["// a, ] <p> /* &amp; “b” https://c", ]', ['// a, ] <p> /* &amp; “b” https://c']],
    ['keeps plain quotes between others',     '[“say "yes"”]',                    ['say "yes"']],
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
    'undefined',
    '[object Object]',
    '[1,,2]',
    '[1] [2]',
    '{"a":1} {"b":2}',
    '// [1]',
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
