import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendedAddress } from '../../src/core/link/mended-address.ts';
import { purchaseLink, readPurchaseLink } from '../../src/core/link/purchase-link.ts';

const shop = 'https://shop.example.com';
const at = (query: string) => `${shop}/checkout${query}`;

// prettier-ignore
const damages: Array<[what: string, written: string, meant: string]> = [
  ['quotes of a word processor',             `“${at('?purchase=/offers2/Pro')}”`,                          '?purchase=/offers2/Pro'],
  ['plain quotes inside of quotes',          `'${at('?purchase=/offers2/Pro')}'`,                          '?purchase=/offers2/Pro'],
  ['an ampersand escaped once more',         at('?purchase=/offers2/Pro&amp;pc=SAVE20'),                   '?purchase=/offers2/Pro&pc=SAVE20'],
  ['an ampersand escaped three times more',  at('?purchase=/offers2/Pro&amp;amp;amp;pc=SAVE20&amp;amp;utm_source=a'), '?purchase=/offers2/Pro&pc=SAVE20&utm_source=a'],
  ['an ampersand as WordPress escapes it',   at('?purchase=/offers2/Pro&#038;pc=SAVE20'),                  '?purchase=/offers2/Pro&pc=SAVE20'],
  ['an escaped ampersand that was encoded',  at('?purchase=/offers2/Pro&amp%3Bpc=SAVE20'),                 '?purchase=/offers2/Pro&pc=SAVE20'],
  ['what is left of an escaped ampersand',   at('?purchase=/offers2/Pro&;pc=SAVE20'),                      '?purchase=/offers2/Pro&pc=SAVE20'],
  ['two ampersands',                         at('?purchase=/offers2/Pro&&pc=SAVE20'),                      '?purchase=/offers2/Pro&pc=SAVE20'],
  ['a second question mark',                 at('?purchase=/offers2/Pro?utm_source=a'),                    '?purchase=/offers2/Pro&utm_source=a'],
  ['a third question mark',                  at('?purchase=%2Foffers2%2FPro?utm_source=a?gclid=b'),        '?purchase=%2Foffers2%2FPro&utm_source=a&gclid=b'],
  ['a tracker that came first',              at('?utm_source=a?purchase=/offers2/Pro'),                    '?utm_source=a&purchase=/offers2/Pro'],
  ['no question mark at all',                at('&purchase=/offers2/Pro&pc=A'),                            '?purchase=/offers2/Pro&pc=A'],
  ['a question mark and an ampersand',       at('?&purchase=/offers2/Pro'),                                '?purchase=/offers2/Pro'],
  ['a space that does not break',            at('?purchase=/offers2/Pro\xa0Plan'),                         '?purchase=/offers2/Pro%20Plan'],
  ['such a space, encoded',                  at('?purchase=%2Foffers2%2FPro%C2%A0Plan'),                   '?purchase=%2Foffers2%2FPro%20Plan'],
  ['such a space at the end of a path',      at('?purchase=%2Foffers2%2FPro%C2%A0&pc=A'),                  '?purchase=%2Foffers2%2FPro&pc=A'],
  ['a space without a width',                at('?purchase=/offers2/\u200bPro'),                           '?purchase=/offers2/Pro'],
  ['such a space, encoded',                  at('?purchase=%2Foffers2%2FPro%E2%80%8B&pc=A'),               '?purchase=%2Foffers2%2FPro&pc=A'],
  ['a soft hyphen',                          at('?purchase=/offers2/Enter\xadprise'),                      '?purchase=/offers2/Enterprise'],
  ['a mark of direction and of byte order',  `\ufeff${at('?purchase=/offers2/Pro%E2%80%8E')}`,             '?purchase=/offers2/Pro'],
  ['an address that was encoded as a whole', at('?purchase=%252Foffers2%252FCaf%25C3%25A9%2520Plus'),      '?purchase=%2Foffers2%2FCaf%C3%A9%20Plus'],
  ['a tracker in the path',                  at('?purchase=%2Foffers2%2FPro%3Futm_source=a&pc=A'),         '?purchase=%2Foffers2%2FPro&utm_source=a&pc=A'],
  ['trackers in the path, encoded',          at('?purchase=%2Foffers2%2FPro%3Futm_source%3Da%26gclid%3Db'), '?purchase=%2Foffers2%2FPro&utm_source=a&gclid=b'],
  ['a line break before a parameter',        at('?purchase=/offers2/Pro\n        &pc=A'),                   '?purchase=/offers2/Pro&pc=A'],
  ['a line break in a path',                 at('?purchase=%2Foffers2%2F\r\n\tPro'),                       '?purchase=%2Foffers2%2FPro'],
  ['a line break for a space',               at('?purchase=/offers2/Pro\n        Plan'),                   '?purchase=/offers2/Pro%20Plan'],
  ['an encoded line break',                  at('?purchase=/offers2/Pro%0D%0A&pc=A'),                      '?purchase=/offers2/Pro&pc=A'],
  ['a space before a parameter',             at('?purchase=/offers2/Pro &pc=A'),                           '?purchase=/offers2/Pro&pc=A'],
  ['no scheme',                              at('?purchase=/offers2/Pro').replace('https://', ''),         '?purchase=/offers2/Pro'],
  ['an encoded equals sign',                 at('?purchase%3D%2Foffers2%2FPro&pc=A'),                      '?purchase=%2Foffers2%2FPro&pc=A'],
  ['an encoded question mark, too',          at('%3Fpurchase%3D%2Foffers2%2FPro'),                         '?purchase=%2Foffers2%2FPro'],
  ['two schemes',                            at('?purchase=/offers2/Pro').replace('https://', 'http://https://'), '?purchase=/offers2/Pro'],
  ['two schemes, as a browser copies them',  at('?purchase=/offers2/Pro').replace('https://', 'http://https//'), '?purchase=/offers2/Pro'],
  ['the scheme of the page',                 at('?purchase=/offers2/Pro').replace('https:', ''),           '?purchase=/offers2/Pro'],
  ['encoded quotes of a word processor',     `%E2%80%9C${at('?purchase=/offers2/Pro')}%E2%80%9D`,          '?purchase=/offers2/Pro'],
  ['such quotes behind a scheme',            `http://%E2%80%9D${at('?purchase=/offers2/Pro')}%E2%80%9D`,   '?purchase=/offers2/Pro'],
  ['such quotes behind the site itself',     `https://www.example.com/a/%E2%80%9D${at('?purchase=/offers2/Pro')}%E2%80%9D`, '?purchase=/offers2/Pro'],
  ['angle brackets of a plain mail',         `<${at('?purchase=/offers2/Pro')}>`,                          '?purchase=/offers2/Pro'],
  ['marks of direction around it',           `\u202a${at('?purchase=/offers2/Pro')}%E2%80%AC`,             '?purchase=/offers2/Pro'],
  ['spaces that were encoded twice',         at('?purchase=/offers2/Pro%2520Plan'),                        '?purchase=/offers2/Pro%20Plan'],
];
test.for(damages)('%s is mended in an address', ([, written, meant]) => {
  expect(mendedAddress(written)).toBe(at(meant));
});

const LINK = at('?purchase=/offers2/Pro&pc=A');
// prettier-ignore
const detours: Array<[what: string, written: string]> = [
  ['Google Docs',                              `https://www.google.com/url?q=${encodeURIComponent(LINK)}&sa=D`],
  ['a result of Google, which asks nothing',   `https://www.google.co.uk/url?sa=t&q=&url=${encodeURIComponent(LINK)}`],
  ['Outlook',                                  `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(LINK)}&data=05`],
  ['Outlook, in an app',                       `https://eur02.safelinks.protection.outlook.com/ap/w-59584e83/?url=${encodeURIComponent(LINK)}&data=05`],
  ['Facebook',                                 `https://l.facebook.com/l.php?u=${encodeURIComponent(LINK)}&h=AT0`],
  ['Instagram',                                `https://l.instagram.com/?u=${encodeURIComponent(LINK)}&e=AT1`],
  ['LinkedIn',                                 `https://www.linkedin.com/safety/go?url=${encodeURIComponent(LINK)}&trk=a`],
  ['YouTube',                                  `https://www.youtube.com/redirect?event=a&q=${encodeURIComponent(LINK)}`],
  ['Slack',                                    `https://slack-redir.net/link?url=${encodeURIComponent(LINK)}`],
];
test.for(detours)('a link behind the detour of %s is found', ([, written]) => {
  expect(mendedAddress(written)).toBe(LINK);
});

// prettier-ignore
const whole: Array<[what: string, query: string]> = [
  ['a name that ends in a question mark', '?purchase=/offers2/Ready?'],
  ['a per cent sign in a name',           '?purchase=%2Foffers2%2F100%25%20Pro&pc=A'],
  ['a question in a name',                '?purchase=%2Foffers2%2FWhat%3Fx%3D1'],
  ['spaces that a program encoded',       '?purchase=%2Foffers2%2FPro%20%20Plan%20&pc=A'],
  ['an ampersand in a name',              '?purchase=%2Foffers2%2FA%20%26%20B'],
  ['joined letters of Persian',           '?purchase=/offers2/می\u200cخوانم'],
  ['letters of other scripts',            '?purchase=/offers2/年間プラン'],
  ['a mark of inches at the end',         '?purchase=%2Foffers2%2FTV%2055%22'],
];
test.for(whole)('%s stays in an address', ([, query]) => {
  expect(mendedAddress(at(query))).toBe(at(query));
});

test('a shop without https is left to those who tell of it', () => {
  const address = 'http://shop.example.com/checkout?purchase=/offers2/Pro';
  expect(mendedAddress(address)).toBe(address);
});

test('a page of the site itself is no host', () => {
  const page = 'index.php/checkout?purchase=/offers2/Pro';
  expect(mendedAddress(page)).toBe(page);
});

test('a link that programs wrote is whole, for any words that people type', () => {
  const path = fc.stringMatching(/^[\w?&=+;'#%!() äß日]{1,20}$/).filter((name) => !/%2[0F]/i.test(name));
  fc.assert(
    fc.property(path, (name) => {
      const link = {
        shop,
        page: '/checkout',
        offers: [`/offers2/${name}`],
        promoCode: 'A',
        carry: { utm_source: name },
      };
      expect(readPurchaseLink(mendedAddress(purchaseLink(link)))).toEqual(link);
    }),
  );
});
