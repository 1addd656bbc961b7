import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/commands/csv.ts';
import { readPurchaseLink } from '../../src/link.ts';
import { call } from './call.ts';
import { limioInEnvironment, ownFolder } from './limio-env.ts';

const CSV = `reference,email,name,promo,offer
c-1001,ada@example.com,Ada Lovelace,,
c-1002,eve@example.com,"Eve, Countess",HELLO5,
c-1003,bob@example.com,Bob,,/offers2/Desk Team Monthly
`;

const SHOP = 'https://shop.example.com';

/** People in a folder of their own, and ways to write to them and to read what was written. */
function campaign(text = CSV) {
  const folder = ownFolder();
  const [csv, results] = [join(folder, 'gone.csv'), join(folder, 'links.csv')];
  writeFileSync(csv, text);
  return {
    run: (...words: string[]) =>
      call('winback', '--csv', csv, '--results', results, '--shop', SHOP, ...words),
    text: () => readFileSync(results, 'utf8'),
    read: () => readCsv(readFileSync(results, 'utf8')).rows,
  };
}

test('winback writes a link for each person, with promo and campaign, and no detail of anybody', async () => {
  const { run, read, text } = campaign();
  expect(await run('--label', 'desk', '--promo-code', 'COMEBACK', '--utm', 'spring')).toEqual({
    out: '3 written, 0 were before, 0 failed.\n',
    err: '',
    code: 0,
  });
  const links = read().map(({ reference, url }) => [reference, readPurchaseLink(url!)]);
  const carry = (reference: string) => ({
    utm_source: 'limio',
    utm_medium: 'winback',
    utm_campaign: 'spring',
    utm_content: reference,
  });
  const base = { shop: SHOP, page: '/checkout' };
  expect(links).toEqual([
    ['c-1001', { ...base, label: 'desk', promoCode: 'COMEBACK', carry: carry('c-1001') }],
    ['c-1002', { ...base, label: 'desk', promoCode: 'HELLO5', carry: carry('c-1002') }],
    [
      'c-1003',
      { ...base, offers: ['/offers2/Desk Team Monthly'], promoCode: 'COMEBACK', carry: carry('c-1003') },
    ],
  ]);
  expect(text()).not.toMatch(/example\.com,|@|ada|eve|bob|lovelace/i);
});

test('winback as the document shows writes its links', async () => {
  const line = /^npx limio-offers (winback .*)$/m.exec(readFileSync('docs/quotes-and-crm.md', 'utf8'))![1]!;
  const folder = ownFolder();
  const [csv, results] = [join(folder, 'lapsed.csv'), join(folder, 'links.csv')];
  writeFileSync(csv, CSV);
  const words = line.split(' ').map((word) => word.replace('lapsed.csv', csv).replace('links.csv', results));
  expect((await call(...words)).code).toBe(0);
  expect(readPurchaseLink(readCsv(readFileSync(results, 'utf8')).rows[0]!['url']!)).toMatchObject({
    label: 'winback',
    promoCode: 'COMEBACK',
    carry: { utm_campaign: 'autumn' },
  });
});

test('winback sells the published offers of a campaign of Limio', async () => {
  const limio = await limioInEnvironment();
  const { run, read } = campaign();
  expect((await run('--campaign-code', 'WIN001')).code).toBe(0);
  expect(readPurchaseLink(read()[0]!['url']!)).toMatchObject({ offers: ['/offers2/Desk Starter Monthly'] });
  expect(limio.log.filter(({ operation }) => operation === 'listOffers')).toHaveLength(1);
});

test('winback goes on where it was', async () => {
  const { run, read } = campaign();
  await run('--label', 'desk');
  expect(JSON.parse((await run('--label', 'desk', '--json')).out)).toEqual({
    done: 0,
    before: 3,
    failed: 0,
    left: 0,
  });
  expect(read()).toHaveLength(3);
});

// prettier-ignore
const personal: Array<[what: string, reference: string]> = [
  ['an e-mail address',   'ada1@example.com'],
  ['a telephone number',  '+44 20 7946 0018'],
  ['digits alone',        '02079460018'],
  ['a name',              'ada-lovelace'],
  ['nothing',             ''],
  ['a text without end',  `c${'1'.repeat(80)}`],
];
test.for(personal)(
  'winback makes no link of a reference that is %s, and repeats it nowhere',
  async ([, reference]) => {
    const { run, read, text } = campaign(
      `reference,email\n"${reference}",ada@example.com\n\nc-1,x@example.com\n`,
    );
    const { out, code } = await run('--label', 'desk');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^0 written, 0 were before, 2 failed\.\nWithout a reference that can be used: line 2, 4\. It has 4 to 64 letters/,
    );
    if (reference) expect(out).not.toContain(reference);
    expect(read().map(({ url, code }) => [url, code])).toEqual([
      ['', 'bad_request'],
      ['', 'bad_request'],
    ]);
    if (reference) expect(text()).not.toContain(reference);
  },
);

// prettier-ignore
const mistakes: Array<[what: string, words: string[], told: RegExp]> = [
  ['nothing to sell',       [],                                      /--label, --offer and --campaign-code/],
  ['two things to sell',    ['--label', 'a', '--offer', '/offers2/A'], /--label, --offer and --campaign-code/],
  ['a shop without https',  ['--label', 'a', '--shop', 'http://shop.example.com'], /shop/],
  ['a path as in a link',   ['--offer', '/offers2/Pro%20Plan'],      /written as in a link/],
  ['an unknown option',     ['--labels', 'a'],                       /--label"/],
];
test('winback refuses a file without a column of references, and writes no results', async () => {
  const { run, text } = campaign('id,email\nc-1001,ada@example.com\n');
  const { out, err, code } = await run('--label', 'desk');
  expect([out, err, code]).toEqual([
    '',
    'The first line of the CSV names its columns. It does not name reference.\n',
    2,
  ]);
  expect(text).toThrow(/ENOENT/);
});

test.for(mistakes)('winback names %s', async ([, words, told]) => {
  const { run } = campaign();
  expect(await run(...words)).toMatchObject({ out: '', err: expect.stringMatching(told) as string, code: 2 });
});

test('winback writes no promo code that no shop could have', async () => {
  const { run, read } = campaign();
  expect((await run('--label', 'desk', '--promo-code', '10 % off')).code).toBe(1);
  expect(read().map(({ code }) => code)).toEqual(['promo_invalid', '', 'promo_invalid']);
});
