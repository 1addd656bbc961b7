import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { call } from './call.ts';
import { limioInEnvironment, ownFolder } from './limio-env.ts';

const SHOP = ['--shop', 'https://shop.example.com'];
const month = { unit: 'month', count: 1 };
const pro = { path: '/offers2/Pro', name: 'Pro', price: { amount: '29', currency: 'EUR', interval: month } };

/** A file with JSON, in a folder of its own. */
function fileWith(content: unknown): string {
  const file = join(ownFolder(), 'given.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const offersIn = (folder: string) =>
  JSON.parse(read(folder, 'offers.json')) as { asOf?: string; offers: Offer[] };

test('snapshot writes what a tenant has published, with the shop of the environment', async () => {
  await limioInEnvironment();
  const out = join(ownFolder(), 'site', 'offers');
  const { err, code } = await call('snapshot', '--out', out);
  expect([err, code]).toEqual(['', 0]);
  const { asOf, offers } = offersIn(out);
  expect(Date.now() - Date.parse(asOf!)).toBeLessThan(60_000);
  expect(offers.length).toBeGreaterThan(2);
  const [{ path }] = offers as [Offer];
  expect(read(out, 'offers.html')).toContain(`checkout?purchase=${encodeURIComponent(path)}`);
  expect(read(out, 'offers.html')).toContain('<template shadowrootmode="open">');
  expect(read(out, 'offers.jsonld.html')).toMatch(/^<script type="application\/ld\+json">.*<\/script>\n$/);
});

test('snapshot asks a tenant for a label alone', async () => {
  await limioInEnvironment();
  const out = ownFolder();
  const labels = CATALOGUE.flatMap(({ data }) => data.attributes['label__limio'] ?? []) as string[];
  expect((await call('snapshot', '--out', out, '--label', labels[0]!)).code).toBe(0);
  for (const offer of offersIn(out).offers) expect(offer.labels).toContain(labels[0]);
});

// prettier-ignore
const sources: Array<[what: string, content: unknown]> = [
  ['a recorded reply of Limio', { items: [{ path: '/offers2/Pro', data: { attributes: { display_name__limio: 'Pro' } } }] }],
  ['a list of offers',          [pro]],
  ['a document of ours',        { asOf: '2026-11-01T08:00:00Z', offers: [pro] }],
];
test.for(sources)('snapshot reads %s from a file, without a tenant', async ([, content]) => {
  const out = ownFolder();
  const { err, code } = await call('snapshot', '--from', fileWith(content), ...SHOP, '--out', out);
  expect([err, code]).toEqual(['', 0]);
  const { asOf, offers } = offersIn(out);
  expect(offers.map(({ path }) => path)).toEqual(['/offers2/Pro']);
  expect(asOf).toBe((content as { asOf?: string }).asOf);
});

// prettier-ignore
const written: Array<[what: string, words: string[], expected: RegExp]> = [
  ['links',                       ['--form', 'links'],         /^<limio-offers data-shop="[^"]*"><a href="[^"]*" data-name="Pro" /],
  ['cards for the style sheet',   ['--form', 'cards'],         /<div class="limio-cards">/],
  ['a promo code',                ['--promo-code', 'save20'],  /&amp;pc=SAVE20/],
  ['another page',                ['--page', '/cart'],         /\/cart\?purchase=/],
  ['the language of the page',    ['--lang', 'de'],            /pro Monat/],
  ['a language of its own',       ['--locale', 'de'],          /<limio-offers [^>]*locale="de"/],
  ['a layout and a colour',       ['--layout', 'list', '--accent', '#0a7d4f'], /class="base list [^]*--limio-accent|--limio-accent:#0a7d4f[^]*class="base list/],
];
test.for(written)('snapshot writes HTML with %s', async ([, words, expected]) => {
  const out = ownFolder();
  await call('snapshot', '--from', fileWith([pro]), ...SHOP, '--out', out, ...words);
  expect(read(out, 'offers.html')).toMatch(expected);
});

test('snapshot writes only what carries a label and is sold in a country', async () => {
  const out = ownFolder();
  const offers = [
    { ...pro, labels: ['web'] },
    { ...pro, path: '/offers2/B', labels: ['web'], countries: ['DE'] },
    { ...pro, path: '/offers2/C' },
  ];
  const words = ['--label', 'web', '--country', 'fr'];
  await call('snapshot', '--from', fileWith(offers), ...SHOP, '--out', out, ...words);
  expect(offersIn(out).offers.map(({ path }) => path)).toEqual(['/offers2/Pro']);
});

test('snapshot says what it wrote and what it left out, for people and for programs', async () => {
  const [out, from] = [ownFolder(), fileWith([pro, { name: 'x' }])];
  const files = ['offers.json', 'offers.html', 'offers.jsonld.html'].map((name) => join(out, name));
  const words = ['snapshot', '--from', from, ...SHOP, '--out', out];
  const said = (await call(...words)).out.split('\n');
  expect(said.slice(0, 3)).toEqual(files);
  expect(said[3]).toMatch(/Offer 2 of the list was left out/);
  expect(JSON.parse((await call(...words, '--json')).out)).toMatchObject({
    files,
    offers: 1,
    leftOut: [expect.stringContaining('Offer 2')],
  });
});

test('snapshot writes no structured data where no price is known in numbers', async () => {
  const out = ownFolder();
  await call('snapshot', '--from', fileWith([{ path: '/offers2/Pro' }]), ...SHOP, '--out', out);
  expect(readdirSync(out).sort()).toEqual(['offers.html', 'offers.json']);
});

test('snapshot says which value it does not know, and takes the default', async () => {
  const words = [
    '--layout',
    'grid',
    '--heading-level',
    '9',
    '--accent',
    'a;b',
    '--json',
    '--out',
    ownFolder(),
  ];
  const { out } = await call('snapshot', '--from', fileWith([pro]), ...SHOP, ...words);
  expect(JSON.parse(out)).toMatchObject({
    offers: 1,
    leftOut: [
      expect.stringMatching(/^layout="grid" cannot be used\. Use auto, cards/),
      expect.stringMatching(/^heading-level="9" cannot be used\. Use 3, 2/),
      expect.stringMatching(/"a;b" cannot be used\. Use a colour/),
    ],
  });
});

// prettier-ignore
const refused: Array<[what: string, content: unknown, words: string[], said: RegExp]> = [
  ['what is no JSON',          'x',   SHOP,                            /JSON cannot be read/],
  ['what is no list',          {},    SHOP,                            /That is no list of offers/],
  ['nothing to sell',          [],    SHOP,                            /nothing was written/],
  ['a label nobody carries',   [pro], [...SHOP, '--label', 'none'],    /nothing was written/],
  ['a missing shop',           [pro], [],                              /There is no --shop/],
  ['a shop that cannot be one', [pro], ['--shop', 'http://x.example'], /shop_invalid/],
  ['a page that cannot be one', [pro], [...SHOP, '--page', '//x'],     /page_invalid/],
  ['a country nobody knows',   [pro], [...SHOP, '--country', 'Germany'], /--country is not a code/],
  ['a form nobody knows',      [pro], [...SHOP, '--form', 'table'],    /--form is none of/],
  ['a language that is none',  [pro], [...SHOP, '--lang', 'German'],   /"German" is no language/],
];
test.for(refused)('snapshot refuses %s and writes nothing', async ([, content, words, said]) => {
  vi.stubEnv('LIMIO_SHOP', undefined);
  const out = join(ownFolder(), 'none');
  const {
    out: printed,
    err,
    code,
  } = await call('snapshot', '--from', fileWith(content), '--out', out, ...words);
  expect([printed, code, existsSync(out)]).toEqual(['', 2, false]);
  expect(err).toMatch(said);
});

test.for(['/none.json', ''])('snapshot refuses the file %j, which is not there', async (file) => {
  expect(await call('snapshot', '--from', file, ...SHOP)).toMatchObject({ code: 2, out: '' });
});

test('snapshot refuses a folder that cannot be written into, and leaves nothing half done', async () => {
  const out = ownFolder();
  mkdirSync(join(out, 'offers.json'));
  const { code, err } = await call('snapshot', '--from', fileWith([pro]), ...SHOP, '--out', out);
  expect([code, err]).toEqual([2, expect.stringMatching(/cannot be written into .*: E\w+/)]);
  expect(readdirSync(out)).toEqual(['offers.json']);
  const inFile = await call('snapshot', '--from', fileWith([pro]), ...SHOP, '--out', '/dev/null/site');
  expect([inFile.code, inFile.err]).toEqual([2, '--out: "/dev/null/site" cannot be made a folder.\n']);
});

test('snapshot removes what search engines were told where there is nothing to tell any more', async () => {
  const out = ownFolder();
  await call('snapshot', '--from', fileWith([pro]), ...SHOP, '--out', out);
  await call('snapshot', '--from', fileWith([{ path: '/offers2/Pro' }]), ...SHOP, '--out', out);
  expect(readdirSync(out).sort()).toEqual(['offers.html', 'offers.json']);
});

test('snapshot reads a file as PowerShell writes it', async () => {
  const [out, file] = [ownFolder(), fileWith('')];
  writeFileSync(file, `\ufeff${JSON.stringify([{ ...pro, name: 'Café' }])}`, 'utf16le');
  await call('snapshot', '--from', file, ...SHOP, '--out', out);
  expect(offersIn(out).offers.map(({ name }) => name)).toEqual(['Café']);
});

test('snapshot takes an empty option, as shells make of what is not set, for none', async () => {
  vi.stubEnv('LIMIO_SHOP', 'https://shop.example.com');
  onTestFinished(() => void vi.unstubAllEnvs());
  const out = ownFolder();
  const empty = ['shop', 'label', 'lang', 'promo-code', 'page'].flatMap((name) => [`--${name}`, '']);
  const { err, code } = await call('snapshot', '--from', fileWith([pro]), '--out', out, ...empty);
  expect([err, code]).toEqual(['', 0]);
});

test('snapshot knows a country by its usual name', async () => {
  const out = ownFolder();
  const offers = [
    { ...pro, countries: ['GB'] },
    { ...pro, path: '/offers2/B', countries: ['DE'] },
  ];
  await call('snapshot', '--from', fileWith(offers), ...SHOP, '--out', out, '--country', 'uk');
  expect(offersIn(out).offers.map(({ path }) => path)).toEqual(['/offers2/Pro']);
  expect(read(out, 'offers.jsonld.html')).toContain('"eligibleRegion":["GB"]');
});

test('snapshot fails where Limio is down, and names what is missing of the set-up', async () => {
  const out = join(ownFolder(), 'none');
  await limioInEnvironment('down');
  expect((await call('snapshot', '--out', out)).code).toBe(1);
  vi.stubEnv('LIMIO_TENANT', '');
  const { code, err } = await call('snapshot', '--out', out);
  expect([code, existsSync(out)]).toEqual([2, false]);
  expect(err).toContain('LIMIO_TENANT');
});
