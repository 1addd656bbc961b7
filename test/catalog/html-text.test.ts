import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlLines, htmlSegments } from '../../src/catalog/html/html-text.ts';

const textOf = (html: string) =>
  htmlSegments(html)
    .map(({ text }) => text)
    .join('');

const struck = (text: string) => ({ text, style: 'struck' });
const strong = (text: string) => ({ text, style: 'strong' });
const plain = (text: string) => ({ text });

describe('htmlSegments', () => {
  // prettier-ignore
  const styles: Array<[behaviour: string, html: string, segments: object[]]> = [
    ['reads a price with its former price',       '<p><s>€35</s> <strong>€29</strong> per month</p>',        [struck('€35'), plain(' '), strong('€29'), plain(' per month')]],
    ['strikes del and strike as well',            '<del>1</del>, <strike>2</strike>',                        [struck('1'), plain(', '), struck('2')]],
    ['makes b, em and headings strong',           '<b>1</b>, <em>2</em>, <h4>3</h4>',                        [strong('1'), plain(', '), strong('2'), plain(',\n'), strong('3')]],
    ['keeps one piece for one style',             '<b>a</b><em> b</em>',                                     [strong('a b')]],
    ['reads a struck price inside strong text',   '<strong>now <s>5</s></strong>',                           [strong('now'), plain(' '), struck('5')]],
    ['strikes until the outer of two ends',       '<s>a<s>b</s>c</s>d',                                      [struck('abc'), plain('d')]],
    ['ignores an end without a start',            '</s>a<s>b</s>',                                           [plain('a'), struck('b')]],
    ['strikes to the end what is never closed',   '<s>€35 per month',                                        [struck('€35 per month')]],
    ['keeps placeholders',                        '<p><strong>{{formattedPrice}}</strong> / month</p>',      [strong('{{formattedPrice}}'), plain(' / month')]],
    ['is empty for an empty paragraph',           '<p><br></p>',                                             []],
    ['is empty for a hard space alone',           '<p>&nbsp;</p>',                                           []],
    ['is empty for nothing',                      '',                                                        []],
  ];
  test.for(styles)('%s', ([, html, segments]) => {
    expect(htmlSegments(html)).toEqual(segments);
  });

  // prettier-ignore
  const texts: Array<[behaviour: string, html: string, text: string]> = [
    ['breaks the line at blocks',                  '<p>a</p><p>b</p><div>c<div>d</div></div>',     'a\nb\nc\nd'],
    ['breaks the line at br, however written',     'a<br> b<br/>c <BR />d',                        'a\nb\nc\nd'],
    ['collapses white space, also across tags',    ' a \n\t b <span> c</span> <i> </i> d ',        'a b c d'],
    ['parts the cells of a row',                   '<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>', 'a b\nc'],
    ['keeps hard spaces',                          '29&nbsp;€',                                    '29\u00a0€'],
    ['decodes named characters',                   '&lt;b&gt; &amp; &quot;&apos; &pound;&euro; &mdash;&middot;&hellip;', '<b> & "\' £€ —·…'],
    ['decodes accented letters',                   'caf&eacute; &Uuml;ber ma&ntilde;ana gar&ccedil;on &szlig;', 'café Über mañana garçon ß'],
    ['decodes numbers',                            '&#8364;&#x20AC;&#X20ac;&#128512;',             '€€€😀'],
    ['decodes numbers the way old editors meant',  '&#128;29 &#150; &#146;',                       '€29 – ’'],
    ['decodes without a semicolon',                'R&amp D&nbsp',                                 'R& D\u00a0'],
    ['decodes once',                               '&amp;lt;s&amp;gt; &amp;amp;',                  '&lt;s&gt; &amp;'],
    ['keeps what is no character reference',       'R&D, AT&T; &unknown; &; &# &#x; &constructor;', 'R&D, AT&T; &unknown; &; &# &#x; &constructor;'],
    ['replaces characters that do not exist',      '&#0;&#xD800;&#x110000;&#99999999999999999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['keeps a bare less-than sign',                'a < b, 1<2, <3, <>',                           'a < b, 1<2, <3, <>'],
    ['keeps a bare greater-than sign',             'a > b -> c',                                   'a > b -> c'],
    ['drops scripts with what is in them',         'a<script>alert("<p>1</p>")</script>b',         'ab'],
    ['drops styles with what is in them',          'a<STYLE type="x">p > b {}</Style >b',          'ab'],
    ['drops a script that is never closed',        'a<script>alert(1)',                            'a'],
    ['does not take another tag for the end',      'a<script>1</scripty>2</script/>b',             'ab'],
    ['drops images and their handlers',            'a<img src=x onerror=alert(1)>b',               'ab'],
    ['drops svg markup',                           'a<svg onload=alert(1)><title>t</title><path/></svg>b', 'ab'],
    ['keeps the text of a link, not its address',  '<a href="javascript:alert(1)">terms</a>',      'terms'],
    ['skips quoted values with signs in them',     '<i title="a > b" data-x=\'</i>"\'>c</i>',      'c'],
    ['takes a quote outside a value for a letter', '<i class=it\'s>€29</i>',                       '€29'],
    ['drops comments',                             'a<!-- <b>x</b> -- > -->b<!-->c<!--->d<!-- e',  'abcd'],
    ['drops declarations and instructions',        '<!DOCTYPE html><?xml version="1"?></ >a',      'a'],
    ['drops a tag that is never closed',           'a<b title="x',                                 'a'],
    ['does not build a tag from pieces',           '<scr<script>ipt>alert(1)</scr</script>ipt>',   'ipt>alert(1)ipt>'],
    ['keeps escaped markup as text',               '&lt;script&gt;alert(1)&lt;/script&gt;',        '<script>alert(1)</script>'],
  ];
  test.for(texts)('%s', ([, html, text]) => {
    expect(textOf(html)).toBe(text);
  });

  // prettier-ignore
  const long: Array<[behaviour: string, html: string, text: string]> = [
    ['less-than signs',            '<'.repeat(1e5),                          '<'.repeat(1e5)],
    ['ampersands',                 '&'.repeat(1e5),                          '&'.repeat(1e5)],
    ['starts of numbers',          '&#'.repeat(1e5),                         '&#'.repeat(1e5)],
    ['digits of one number',       `&#${'9'.repeat(1e5)};`,                  '\ufffd'],
    ['one long name',              `&${'a'.repeat(1e5)}`,                    `&${'a'.repeat(1e5)}`],
    ['open tags',                  '<s>'.repeat(1e5) + 'x',                  'x'],
    ['starts of tags',             '<a '.repeat(1e5),                        ''],
    ['starts of comments',         '<!--'.repeat(1e5),                       ''],
    ['starts of scripts',          '<script>'.repeat(1e5),                   ''],
    ['closed titles',              '<title></title>'.repeat(1e5) + 'x',      'x'],
    ['quotes in a tag',            `<a b=${'"'.repeat(1e5)}>`,               ''],
    ['equal signs in a tag',       `<a ${'= '.repeat(1e5)}>x`,               'x'],
    ['spaces',                     `a${' '.repeat(1e6)}b`,                   'a b'],
  ];
  test.for(long)('reads a long run of %s', ([, html, text]) => {
    expect(textOf(html) === text).toBe(true);
  });

  test('reads text without markup as it is', () => {
    const word = fc.stringMatching(/^[^<&\s]+$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(textOf(words.join(' '))).toBe(words.join(' '));
      }),
    );
  });

  test('gives back escaped text, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
        expect(textOf(`<p>${escaped}</p>`)).toBe(
          text.trim() ? text.replace(/ +/g, ' ').replace(/^ | $/g, '') : '',
        );
      }),
    );
  });

  test('drops what is inside a script, and the script', () => {
    const markup = fc.constantFrom('<p>', '</p>', '<!--', '"', '<s>', '&lt;', 'alert(1)', '<script>', ' ');
    fc.assert(
      fc.property(fc.array(markup), (parts) => {
        expect(textOf(`a<script>${parts.join('')}</script>b`)).toBe('ab');
      }),
    );
  });

  test('writes neither empty pieces nor two alike side by side, and no white space twice', () => {
    const markup = fc.constantFrom(
      '<s>',
      '</s>',
      '<b>',
      '</b>',
      '<p>',
      '<br>',
      ' ',
      '\n',
      'a',
      '&nbsp;',
      '<',
      '>',
    );
    fc.assert(
      fc.property(fc.array(markup), (parts) => {
        const segments = htmlSegments(parts.join(''));
        expect(
          segments.filter(({ text, style }, i) => !text || (i && segments[i - 1]!.style === style)),
        ).toEqual([]);
        expect(textOf(parts.join(''))).not.toMatch(/[ \n]{2}|^[ \n]|[ \n]$/);
      }),
    );
  });
});

describe('htmlLines', () => {
  // prettier-ignore
  const lines: Array<[behaviour: string, html: string, lines: string[]]> = [
    ['reads a list',                     '<ul><li>Reports &amp; audit</li><li>Support</li></ul>', ['Reports & audit', 'Support']],
    ['reads paragraphs',                 '<p>a</p><p><br></p><p>b</p>',                           ['a', 'b']],
    ['reads a heading over a list',      '<h4>Everything in Basic +</h4><ul><li>a</li></ul>',     ['Everything in Basic +', 'a']],
    ['reads a paragraph in a list once', '<ul><li><p><strong>a</strong> b</p></li></ul>',         ['a b']],
    ['reads nothing from nothing',       '<p>&nbsp;</p><ul><li></li></ul>',                       []],
  ];
  test.for(lines)('%s', ([, html, expected]) => {
    expect(htmlLines(html)).toEqual(expected);
  });
});
