import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../src/agent/nearest.ts';
import { plainText } from '../../src/agent/plain-text.ts';

// prettier-ignore
const texts: Array<[behaviour: string, text: string, plain: string]> = [
  ['leaves a name as it is',                     'Pro – 2 seats, €29 (人気)',         'Pro – 2 seats, €29 (人気)'],
  ['makes one line of several',                  'Pro\r\n\tPlan\u2028x\u0085y',        'Pro Plan x y'],
  ['takes away characters of no width',          'P\u200br\u200d\u2060o\ufeff',        'Pro'],
  ['takes away what turns the direction',        'Pro \u202enalP\u202c\u2066',         'Pro nalP'],
  ['takes away tags, which spell out of sight',  'Pro\u{e0069}\u{e0067}\u{e006e}',     'Pro'],
  ['takes away variation selectors',             'Pro\ufe01\u{e0100}',                 'Pro'],
  ['takes away blanks that are letters',         'Pro\u3164\u115f\u2800',              'Pro'],
  ['takes away private and unassigned ones',     'Pro\ue000\u{10ffff}',                'Pro'],
  ['takes away control characters and halves',   'Pro\u0000\u001b[31m\ud83d',          'Pro [31m'],
  ['says that it was cut',                       'x'.repeat(31),                       `${'x'.repeat(29)}…`],
  ['cuts no character in two',                   '😀'.repeat(31),                      `${'😀'.repeat(29)}…`],
];
test.for(texts)('%s', ([, text, plain]) => {
  expect(plainText(text, 30)).toBe(plain);
});

test('holds nothing unseen and is no longer than it may be, whatever it is made of', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.integer({ min: 1, max: 80 }),
      (text, max) => {
        const plain = plainText(text, max);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u);
        expect([...plain].length).toBeLessThanOrEqual(max);
        expect(plainText(plain, max)).toBe(plain);
      },
    ),
  );
});

const known = ['/offers2/Pro', '/offers2/Pro Plan', '/offers2/Starter', '/offers2/Team Annual'];

// prettier-ignore
const wishes: Array<[behaviour: string, wanted: string, near: string[]]> = [
  ['finds the name without its folder', 'pro',                  ['/offers2/Pro', '/offers2/Pro Plan']],
  ['finds a name that is written otherwise', '/offers2/pro-plan', ['/offers2/Pro Plan', '/offers2/Pro']],
  ['finds a name with a slip in it',    '/offers2/Startr',      ['/offers2/Starter']],
  ['finds nothing like an invention',   '/offers2/Quantum Gold', []],
  ['finds nothing like nothing',        '',                     []],
];
test.for(wishes)('%s', ([, wanted, near]) => {
  expect(nearest(wanted, known, 5)).toEqual(near);
});

test('names no more than it may, and each once', () => {
  expect(nearest('/x/Pro', Array(20).fill('/x/Pro').concat(['/x/Pros', '/x/Prod']), 2)).toHaveLength(2);
});
