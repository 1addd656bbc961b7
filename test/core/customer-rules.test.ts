import { expect, test } from 'vitest';
import { EMAIL, PHONE } from '../../src/core/customer-rules.ts';

// prettier-ignore
const details: Array<[pattern: RegExp, written: string, isOne: boolean]> = [
  [EMAIL, 'ada+desk@mail.example.co.uk',     true],
  [EMAIL, 'ada@example',                    false],
  [EMAIL, 'ada lovelace@example.com',       false],
  [EMAIL, 'mailto:ada@example.com',          false],
  [EMAIL, '<ada@example.com>',               false],
  [EMAIL, 'ada@example.com,',                false],
  [EMAIL, 'ada@example.com.',                false],
  [EMAIL, 'ada@example.com,bob@example.com', false],
  [PHONE, '(020) 7946 0018',                 true],
  [PHONE, '+44 20 7946 0018 ext. 5',         true],
  [PHONE, '+1 212 555 0123 x5',              true],
  [PHONE, 'call me',                         false],
  [PHONE, 'ext. 5',                          false],
];
test.for(details)('%s matches %s: %s', ([pattern, written, isOne]) => {
  expect(pattern.test(written)).toBe(isOne);
});
