import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeLink } from '../../src/core/link/safe-link.ts';
import { HOSTILE_LINKS } from './hostile-links.ts';

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

  test.for(HOSTILE_LINKS)('refuses %s', ([, link]) => {
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
