import { expect, test } from 'vitest';
import { readFeatures } from '../../src/catalog/features.ts';
import type { Feature } from '../../src/core/offer/offer.ts';

// prettier-ignore
const table: Array<[behaviour: string, fields: string[], lines: Array<string | Feature>]> = [
  ['reads a list',                              ['<ul><li>a</li><li>b</li></ul>'],          ['a', 'b']],
  ['reads an array',                            ['a', '<b>b</b>', 'R&amp;D'],               ['a', 'b', 'R&D']],
  ['takes typed check marks off',               ['<p>✅ a</p><p>✔️ b</p><p>✓c</p><p>☑ d</p>'], ['a', 'b', 'c', 'd']],
  ['takes a check mark off inside strong text', ['<li><strong>✅&nbsp;a</strong> b</li>'],  ['a b']],
  ['takes bullets off',                         ['• a<br>- b<br>* c<br>– d'],               ['a', 'b', 'c', 'd']],
  ['takes stars off that are bullets',          ['* a<br>* b'],                             ['a', 'b']],
  ['keeps a minus sign',                        ['-20% in the first year'],                 ['-20% in the first year']],
  ['keeps a check mark within a line',          ['SSO ✔ included'],                         ['SSO ✔ included']],
  ['leaves out a check mark alone',             ['✅', 'a'],                                ['a']],

  ['says what is crossed out',                  ['<p>❌ Phone support</p><p>✗ SSO</p><p>Mail</p>'], [{ text: 'Phone support', included: false }, { text: 'SSO', included: false }, 'Mail']],
  ['knows every cross',                         ['✕ a<br>✘ b<br>× c<br>× 2'],               ['a', 'b', 'c', '2'].map((text) => ({ text, included: false }))],
  ['keeps a sign that multiplies',              ['×2 faster<br>3 × a'],                     ['×2 faster', '3 × a']],
  ['says what is struck',                       ['<li><s>SSO</s></li><li><del>Audit</del> log</li>'], [{ text: 'SSO', included: false }, 'Audit log']],
  ['says what is named as missing',             ['<p>SSO (not included)</p><p>Not included: audit</p>'], [{ text: 'SSO', included: false }, { text: 'audit', included: false }]],
  ['groups by headings',                        ['<h4>Team</h4><ul><li>a</li></ul><h4>Security</h4><p>✅ b</p>'], [{ text: 'a', group: 'Team' }, { text: 'b', group: 'Security' }]],
  ['takes what can only be a heading for one',  ['<p><b>Included</b></p><p>a</p><p><b>Excluded</b></p><p>b</p>'], [{ text: 'a', group: 'Included' }, { text: 'b', included: false, group: 'Excluded' }]],
  ['knows a short word for what is missing',    ['<p>a (not incl.)</p><p>b (Not incl)</p>'], [{ text: 'a', included: false }, { text: 'b', included: false }]],
  ['takes a line with a colon for a heading',   ['<p><strong>Includes:</strong></p><p>a</p><p>b</p>'], [{ text: 'a', group: 'Includes' }, { text: 'b', group: 'Includes' }]],
  ['takes terms for headings',                  ['<dl><dt>Storage</dt><dd>10 GB</dd></dl>'], [{ text: '10 GB', group: 'Storage' }]],
  ['says what is missing below its heading',    ['<p>Not included:</p><ul><li>SSO</li></ul>'], [{ text: 'SSO', included: false, group: 'Not included' }]],
  ['keeps a heading with nothing below it',     ['<p>a</p><h4>And more</h4>'],              ['a', 'And more']],
  ['keeps a sentence in strong text',           ['<li><strong>Everything in Basic +</strong></li><li>a</li>'], ['Everything in Basic +', 'a']],
  ['reads a hint from a title',                 ['<li title="Single sign-on">SSO</li><li>a <abbr title=\'By &quot;us&quot;\'>b</abbr></li>'], [{ text: 'SSO', hint: 'Single sign-on' }, { text: 'a b', hint: 'By "us"' }]],
];
test.for(table)('%s', ([, fields, features]) => {
  expect(readFeatures(fields)).toEqual({ features, notes: [] });
});

// prettier-ignore
const footnotes: Array<[behaviour: string, field: string, features: string[], notes: string[]]> = [
  ['keeps a footnote apart',             '<ul><li>Hero plan*</li></ul><p>* Hero price for the first year</p>', ['Hero plan*'], ['* Hero price for the first year']],
  ['keeps one without a space apart',    '<p>✅ a</p><p>**Fair use applies</p>',                               ['a'],          ['**Fair use applies']],
  ['keeps one with a raised digit apart', '<p>a¹</p><p>¹ From May</p>',                                    ['a¹'],         ['¹ From May']],
  ['keeps one with a dagger apart',      '<p>a†</p><p>† In Europe</p>',                                       ['a†'],         ['† In Europe']],
  ['keeps small text apart',             '<p>a</p><p><small>Terms apply</small></p>',                         ['a'],          ['Terms apply']],
];
test.for(footnotes)('%s', ([, field, features, notes]) => {
  expect(readFeatures([field])).toEqual({ features, notes });
});
