import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeLink } from '../../src/core/safe-link.ts';

const shop = 'https://shop.example.com';
const recover = `${shop}/api/checkout/recover`;

describe('safeLink', () => {
  // prettier-ignore
  const links: Array<[behaviour: string, link: string, shop: string]> = [
    ['gives a recovery link back untouched',          `${recover}?basketId=b-1&recover=eyJ.x-y_z`,          shop],
    ['gives an assisted link back untouched',         `${shop}/api/checkout/assisted?token=a%2Fb%3D`,       shop],
    ['takes the shop as a bare host',                 `${recover}?basketId=b`,                              'shop.example.com'],
    ['accepts the port of the shop',                  'https://shop.example.com:8443/api/checkout/recover', 'https://shop.example.com:8443'],
    ['accepts http on this very machine',             'http://localhost:5173/api/checkout/recover?x=1',     'http://localhost:5173'],
    ['accepts a link just short of the longest',      `${recover}?t=${'x'.repeat(8192 - recover.length - 3)}`, shop],
  ];
  test.for(links)('%s', ([, link, origin]) => {
    expect(safeLink(link, origin)).toBe(link);
  });

  // prettier-ignore
  const refusals: Array<[behaviour: string, link: unknown]> = [
    ['a host that was glued to the shop',         'https://shop.example.com.evil.test/api/checkout/recover'],
    ['a shop that became a user name',            'https://shop.example.com@evil.test/api/checkout/recover'],
    ['two slashes that name another host',        '//evil.test/api/checkout/recover'],
    ['a backslash that names another host',       '/\\evil.test/api/checkout/recover'],
    ['a blob, whose origin is the shop\'s',       'blob:https://shop.example.com/api/checkout/recover'],
    ['a path alone',                              '/api/checkout/recover?basketId=b'],
    ['a script',                                  'javascript:location="https://evil.test"'],
    ['a script that looks like the shop',         'javascript://shop.example.com/api/checkout/recover%0aalert(1)'],
    ['data',                                      'data:text/html,<script>alert(1)</script>'],
    ['a file',                                    'file:///api/checkout/recover'],
    ['plain http',                                'http://shop.example.com/api/checkout/recover'],
    ['a tab inside the host',                     'https://shop.exam\tple.com/api/checkout/recover'],
    ['a line break inside the path',              'https://shop.example.com/api/check\nout/recover'],
    ['a space before it',                         ` ${recover}`],
    ['a line break after it',                     `${recover}\n`],
    ['backslashes for slashes',                   'https:\\\\shop.example.com\\api\\checkout\\recover'],
    ['one slash after the scheme',                'https:/shop.example.com/api/checkout/recover'],
    ['three slashes after the scheme',            'https:///shop.example.com/api/checkout/recover'],
    ['a backslash in the path',                   'https://shop.example.com/api\\checkout/recover'],
    ['a user name and a password',                'https://user:pass@shop.example.com/api/checkout/recover'],
    ['a user name alone',                         'https://user@shop.example.com/api/checkout/recover'],
    ['an empty user name',                        'https://@shop.example.com/api/checkout/recover'],
    ['a look-alike host in other letters',        'https://shоp.example.com/api/checkout/recover'],
    ['a look-alike host, written for DNS',        'https://xn--shp-fdd.example.com/api/checkout/recover'],
    ['a host below the shop',                     'https://a.shop.example.com/api/checkout/recover'],
    ['a host that ends like the shop',            'https://evilshop.example.com/api/checkout/recover'],
    ['a host with a dot at its end',              'https://shop.example.com./api/checkout/recover'],
    ['another port',                              'https://shop.example.com:8443/api/checkout/recover'],
    ['the standard port, written out',            'https://shop.example.com:443/api/checkout/recover'],
    ['a scheme in capitals',                      'HTTPS://shop.example.com/api/checkout/recover'],
    ['a host in capitals',                        'https://SHOP.example.com/api/checkout/recover'],
    ['a path in capitals',                        'https://shop.example.com/API/checkout/recover'],
    ['an encoded letter in the path',             'https://shop.example.com/api/checkout/re%63over'],
    ['an encoded slash in the path',              'https://shop.example.com/api%2Fcheckout/recover'],
    ['two slashes in the path',                   'https://shop.example.com//api/checkout/recover'],
    ['a slash at the end',                        `${recover}/`],
    ['a longer path',                             `${recover}/../../../steal`],
    ['a path that climbs to the right one',       'https://shop.example.com/x/../api/checkout/recover'],
    ['a path that starts like the right one',     `${recover}y`],
    ['a right path behind another',               'https://shop.example.com/r/api/checkout/recover'],
    ['another page of the shop',                  'https://shop.example.com/logout'],
    ['a purchase link',                           'https://shop.example.com/checkout?purchase=%2Foffers2%2FPro'],
    ['a fragment',                                `${recover}?x=1#y`],
    ['an empty fragment',                         `${recover}?x=1#`],
    ['nine kilobytes',                            `${recover}?t=${'x'.repeat(9000)}`],
    ['one character too many',                    `${recover}?t=${'x'.repeat(8193 - recover.length - 3)}`],
    ['a quotation mark that would be repaired',   `${recover}?x="><script>`],
    ['nothing',                                   ''],
    ['null',                                      null],
    ['undefined',                                 undefined],
    ['a number',                                  1],
    ['a list that reads like a link',             [recover]],
    ['an address object',                         new URL(recover)],
    ['an object that reads like a link',          { toString: () => recover }],
  ];
  test.for(refusals)('refuses %s', ([, link]) => {
    expect(() => safeLink(link, shop)).toThrow(
      expect.objectContaining({ name: 'LimioError', code: 'link_refused' }),
    );
  });

  test('never repeats the link it refuses', () => {
    expect(() => safeLink('https://evil.test/?recover=planted-secret', shop)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('planted-secret') }),
    );
  });

  test('takes no shop that is not an https origin', () => {
    expect(() => safeLink('http://shop.example.com/api/checkout/recover', 'http://shop.example.com')).toThrow(
      expect.objectContaining({ code: 'shop_invalid' }),
    );
  });

  test('lets nothing through that a browser would read differently, or that leaves the shop', () => {
    const piece = fc.constantFrom(
      ...[
        'https:',
        'http:',
        'blob:',
        '/',
        '//',
        '\\',
        '@',
        ':',
        '.',
        '..',
        '?',
        '#',
        '%2F',
        '%0a',
        '\t',
        '\n',
      ],
      ...['shop.example.com', 'SHOP.example.com', 'evil.test', 'user', ':443', ' ', 'a=b', recover],
      ...['/api/checkout/recover', '/api/checkout/assisted', `${recover}?`],
    );
    const hostile = fc.array(piece, { maxLength: 7 }).map((parts) => parts.join(''));
    const link = fc.oneof(
      hostile,
      fc.string({ unit: 'binary' }).map((end) => recover + end),
    );
    fc.assert(
      fc.property(link, (raw) => {
        const accepted = passes(raw);
        fc.pre(accepted !== undefined);
        const url = new URL(accepted!);
        expect(accepted).toBe(raw);
        expect(url.href).toBe(raw);
        expect(url.origin).toBe(shop);
        expect(url.pathname).toMatch(/^\/api\/checkout\/(recover|assisted)$/);
        expect(url.username + url.password + url.hash).toBe('');
      }),
      { numRuns: 300, maxSkipsPerRun: 1000 },
    );
  });

  const passes = (raw: string) => {
    try {
      return safeLink(raw, shop);
    } catch {
      return undefined;
    }
  };
});
