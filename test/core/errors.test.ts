import { describe, expect, test } from 'vitest';
import { ERROR_HELP } from '../../src/core/errors/help/error-help.ts';
import { LimioError, invalidValue } from '../../src/core/errors/limio-error.ts';
import { carriedParameters } from '../../src/core/link/attribution.ts';
import { parseJson } from '../../src/catalog/parse-json.ts';
import { purchaseLink } from '../../src/core/link/purchase-link.ts';
import { safeLink } from '../../src/core/link/safe-link.ts';

const rows = Object.entries(ERROR_HELP);
const shop = 'https://shop.example.com';
const SECRET = 'planted-secret';

describe('each error code', () => {
  test.for(rows)('%s says what it means and what to do', ([code, [meaning, remedy]]) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(meaning).toMatch(/^[^.]+[^.\s]$/);
    expect(remedy).toMatch(/^[A-Z`].+[.?]$/);
  });
});

describe('LimioError', () => {
  test('is an error with a code and a cause', () => {
    const cause = new TypeError('offline');
    const error = new LimioError('network', 'It cannot be reached.', { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'LimioError',
      code: 'network',
      message: 'It cannot be reached.',
      cause,
    });
  });

  test('says what was given, in short, and what to use', () => {
    expect(invalidValue('page_invalid', '/a?b', 'a path: /checkout').message).toBe(
      'page_invalid: "/a?b" cannot be used. Use a path: /checkout.',
    );
    expect(invalidValue('page_invalid', 'x'.repeat(5000), 'a path').message.length).toBeLessThan(120);
    expect(invalidValue('page_invalid', '"\n', 'a path').message).toContain('"\\"\\n"');
  });

  // prettier-ignore
  const places: Array<[place: string, run: (report: (error: LimioError) => void) => unknown]> = [
    ['a password in the shop',      () => purchaseLink({ shop: `https://u:${SECRET}@shop.example.com`, offers: ['/x'] })],
    ['a user name in the shop',     () => purchaseLink({ shop: `${SECRET}@shop.example.com`, offers: ['/x'] })],
    ['a promo code',                (report) => purchaseLink({ shop, offers: ['/x'], promoCode: `${SECRET} !` }, report)],
    ['a carried value',             (report) => purchaseLink({ shop, offers: ['/x'], carry: { purchase: SECRET } }, report)],
    ['a long carried value',        (report) => purchaseLink({ shop, offers: ['/x'], carry: { utm: SECRET.repeat(200) } }, report)],
    ['a broken carried value',      (report) => purchaseLink({ shop, offers: ['/x'], carry: { utm: `${SECRET}\n` } }, report)],
    ['a carried mail address',      (report) => purchaseLink({ shop, offers: ['/x'], carry: carriedParameters(`?utm_x=${SECRET}@x.y`, '*') }, report)],
    ['a signed link',               () => safeLink(`https://evil.test/?recover=${SECRET}`, shop)],
    ['JSON',                        () => parseJson(`{"a": ${SECRET}`)],
  ];
  test.for(places)('never repeats %s', ([, run]) => {
    const told: string[] = [];
    try {
      told.push(String(run((error) => told.push(error.message))));
    } catch (error) {
      told.push((error as LimioError).message);
    }
    expect(told.length).toBeGreaterThan(0);
    expect(told.join()).not.toContain(SECRET);
  });
});
