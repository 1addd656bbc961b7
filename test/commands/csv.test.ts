import { expect, test } from 'vitest';
import { csvLine, readCsv } from '../../src/commands/csv.ts';

// prettier-ignore
const read: Array<[what: string, text: string, rows: object[]]> = [
  ['a header and lines',                'a,b\n1,2\n3,4\n',          [{ a: '1', b: '2' }, { a: '3', b: '4' }]],
  ['no line break at the end',          'a,b\n1,2',                 [{ a: '1', b: '2' }]],
  ['the line breaks of Windows',        'a,b\r\n1,2\r\n',           [{ a: '1', b: '2' }]],
  ['the mark of Excel',                 '\uFEFFa,b\n1,2\n',         [{ a: '1', b: '2' }]],
  ['commas and quotes in quotes',       'a,b\n"x, ""y""",2\n',      [{ a: 'x, "y"', b: '2' }]],
  ['line breaks in quotes',             'a,b\n"x\ny",2\n',          [{ a: 'x\ny', b: '2' }]],
  ['empty fields, the last one too',    'a,b\n,\n1,\n,2\n',         [{ a: '1', b: '' }, { a: '', b: '2' }]],
  ['an empty field at the very end',    'a,b\n1,',                  [{ a: '1', b: '' }]],
  ['empty lines',                       'a,b\n\n1,2\n\n',           [{ a: '1', b: '2' }]],
  ['spaces around',                     ' a , b \n 1 , 2 \n',       [{ a: '1', b: '2' }]],
  ['semicolons, as in most of Europe',  '\uFEFFa;b\r\n1,5;2\r\n',   [{ a: '1,5', b: '2' }]],
  ['tabs, as cells are copied',         'a\tb\n"x\ty"\t2\n',        [{ a: 'x\ty', b: '2' }]],
  ['one column alone',                  'a\n1;2\n',                 [{ a: '1;2' }]],
  ['a header alone',                    'a,b\n',                    []],
  ['nothing',                           '',                         []],
];
test.for(read)('%s is read', ([, text, rows]) => {
  expect(readCsv(text).rows).toEqual(rows);
});

test('lines are counted as a spreadsheet counts them, empty ones and all', () => {
  expect(readCsv('a,b\n\n1,2\n\n"x\ny",4\n').lines).toEqual([3, 5]);
});

// prettier-ignore
const unreadable: Array<[what: string, text: string, line: number]> = [
  ['too many fields',          'a,b\n1,2\n1,2,secret\n', 3],
  ['too few',                  'a,b\nsecret\n',          2],
  ['too few after a gap',      'a,b\n\nsecret\n',        3],
  ['a quote that never ends',  'a,b\n"secret,2\n',       2],
  ['a quote in a bare field',  'a,b\nsec"ret,2\n',       2],
];
test.for(unreadable)('%s are told by the line, not by what stands there', ([, text, line]) => {
  const message = `Line ${line} of the CSV cannot be read.`;
  expect(() => readCsv(text)).toThrow(expect.objectContaining({ code: 'config', message }));
});

test('what is written is read again, and is no formula', () => {
  const fields = ['plain', 'a, "b"\nc', '', "it's"];
  expect(readCsv(csvLine(['a', 'b', 'c', 'd']) + csvLine(fields)).rows).toEqual([
    { a: 'plain', b: 'a, "b"\nc', c: '', d: "it's" },
  ]);
  expect(csvLine(['=1+1', '@x', '-1', '+1'])).toBe("'=1+1,'@x,'-1,'+1\n");
});
