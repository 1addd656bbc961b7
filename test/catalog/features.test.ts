import { expect, test } from 'vitest';
import { features } from '../../src/catalog/features.ts';

// prettier-ignore
const table: Array<[behaviour: string, fields: string[], lines: string[]]> = [
  ['reads a list',                              ['<ul><li>a</li><li>b</li></ul>'],          ['a', 'b']],
  ['reads an array',                            ['a', '<b>b</b>', 'R&amp;D'],               ['a', 'b', 'R&D']],
  ['takes typed check marks off',               ['<p>✅ a</p><p>✔️ b</p><p>✓c</p><p>☑ d</p>'], ['a', 'b', 'c', 'd']],
  ['takes a check mark off inside strong text', ['<li><strong>✅&nbsp;a</strong> b</li>'],  ['a b']],
  ['takes bullets off',                         ['• a<br>- b<br>* c<br>– d'],               ['a', 'b', 'c', 'd']],
  ['keeps a minus sign',                        ['-20% in the first year'],                 ['-20% in the first year']],
  ['keeps a check mark within a line',          ['SSO ✔ included'],                         ['SSO ✔ included']],
  ['leaves out what is not included',           ['<p>❌ Phone support</p><p>✗ SSO</p><p>Mail</p>'], ['Mail']],
  ['leaves out a check mark alone',             ['✅', 'a'],                                ['a']],
];
test.for(table)('%s', ([, fields, lines]) => {
  expect(features(fields)).toEqual(lines);
});
