import { expect, test } from 'vitest';
import { resolveLocale } from '../../src/core/locale.ts';

// prettier-ignore
const tags: Array<[behaviour: string, candidates: Array<string | null | undefined>, locale: string]> = [
  ['takes the first',                               ['de', 'fr'],              'de'],
  ['reads an underscore as a hyphen',               ['en_US'],                 'en-US'],
  ['reads any number of underscores',               ['zh_Hant_TW'],            'zh-Hant-TW'],
  ['mends capitals and blanks',                     [' DE-at '],               'de-AT'],
  ['keeps what comes after the region',             ['ar-EG-u-nu-latn'],       'ar-EG-u-nu-latn'],
  ['passes over an empty tag',                      ['', '  ', 'de_AT'],       'de-AT'],
  ['passes over what is not there',                 [null, undefined, 'nl'],   'nl'],
  ['passes over the locale of programmers',         ['c', 'fr'],               'fr'],
  ['passes over the locale of a server',            ['C.UTF-8', 'POSIX', 'fr'], 'fr'],
  ['passes over a tag with a bad end',              ['zz-ZZ-x', 'ja'],         'ja'],
  ['keeps a language nobody knows',                 ['zz', 'pt_BR'],           'zz'],
  ['passes over markup',                            ['<b>de</b>', 'es'],       'es'],
  ['passes over a tag that never ends',             ['de-'.repeat(5000), 'es'], 'es'],
  ['takes English when none works',                 ['', 'c', 'zz-ZZ-x', null], 'en'],
  ['takes English when there is none',              [],                        'en'],
];
test.for(tags)('%s', ([, candidates, locale]) => {
  expect(resolveLocale(candidates)).toBe(locale);
});
