import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { expect, onTestFinished, test } from 'vitest';
import { call } from './call.ts';

const SHOP = ['--shop', 'https://shop.example.com'];
const PRO = 'https://shop.example.com/checkout?purchase=%2Foffers2%2FPro%20Plan';

// prettier-ignore
const links: Array<[what: string, words: string[], url: string]> = [
  ['of one offer',                 ['/offers2/Pro Plan'],                             PRO],
  ['of two offers in one basket',  ['/offers2/Pro Plan', '/offers2/Seat'],            `${PRO}&purchase=%2Foffers2%2FSeat`],
  ['with a promo code',            ['/offers2/Pro Plan', '--promo-code', 'save20'],   `${PRO}&pc=SAVE20`],
  ['to another page',              ['/offers2/Pro Plan', '--page', 'cart'],           PRO.replace('checkout', 'cart')],
  ['of a label',                   ['--label', 'summer sale'],                        'https://shop.example.com/checkout?purchase=true&label=summer%20sale'],
];
test.for(links)('link writes the purchase link %s', async ([, words, url]) => {
  expect(await call('link', ...SHOP, ...words)).toEqual({ out: `${url}\n`, err: '', code: 0 });
  expect(JSON.parse((await call('link', ...SHOP, ...words, '--json')).out)).toEqual({ url });
});

// prettier-ignore
const refused: Array<[what: string, words: string[], said: RegExp]> = [
  ['without a shop',                       ['/offers2/Pro'],                                  /--shop/],
  ['without an offer',                     SHOP,                                              /--label/],
  ['for an offer and a label',             [...SHOP, '/offers2/Pro', '--label', 'a'],         /--label/],
  ['for a path that is none',              [...SHOP, 'Pro'],                                  /path/],
  ['for the folder of all offers',         [...SHOP, '/offers2/%20'],                         /^"\/offers2\/%20" is the folder of all offers/],
  ['for a path as it is in a link',        [...SHOP, '/offers2/Pro%20Plan'],                  /written as in a link\. Write it as .* "\/offers2\/Pro Plan"/],
  ['with a promo code that cannot travel', [...SHOP, '/offers2/Pro', '--promo-code', '20 %'], /promo_invalid/],
  ['with more offers than an order takes', [...SHOP, ...Array(51).fill('/offers2/Pro')],      /one OFFER too many/],
  ['into a folder that is not there',      [...SHOP, '/offers2/Pro', '--svg', '/no/such/x'],  /cannot be written/],
];
test.for(refused)('link writes none %s', async ([, words, said]) => {
  const { out, err, code } = await call('link', ...words);
  expect([out, code]).toEqual(['', 2]);
  expect(err).toMatch(said);
});

/** What a camera reads: each dot as a square of so many pixels, dark where `isDark` says so. */
function scan(size: number, isDark: (x: number, y: number) => boolean): string | undefined {
  const scale = 4;
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++)
      if (isDark(Math.floor(x / scale), Math.floor(y / scale)))
        pixels.fill(0, (y * size * scale + x) * 4, (y * size * scale + x) * 4 + 3);
  return jsQR(pixels, size * scale, size * scale)?.data;
}

/** How light the upper and the lower half of a letter are. */
const HALVES: Record<string, string> = { ' ': '00', '▀': '10', '▄': '01', '█': '11' };

test('the code that link draws leads to the link', async () => {
  const [url, ...drawn] = (await call('link', ...SHOP, '/offers2/Pro Plan', '--qr')).out
    .trimEnd()
    .split('\n');
  const isLight = (x: number, y: number) => HALVES[drawn[y >> 1]![x]!]![y & 1] === '1';
  expect(scan(drawn[0]!.length, (x, y) => !isLight(x, y))).toBe(url);
  // Readers need four dots of clear space.
  expect(drawn.slice(0, 2).join('')).toMatch(/^█+$/);
});

test('the code that link writes as a picture leads to the link', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'link-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { out } = await call('link', ...SHOP, '/offers2/Pro Plan', '--svg', join(folder, 'pro.svg'));
  const svg = readFileSync(join(folder, 'pro.svg'), 'utf8');
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]) / 10;
  const dark = new Set([...svg.matchAll(/M(\d+),(\d+)h/g)].map(([, x, y]) => `${+x! / 10},${+y! / 10}`));
  expect(scan(size, (x, y) => dark.has(`${x},${y}`))).toBe(out.trim());
});
