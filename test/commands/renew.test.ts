import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCampaign } from '../../src/commands/campaign.ts';
import { readCsv } from '../../src/commands/csv.ts';
import { LimioError } from '../../src/core/errors/limio-error.ts';
import { call } from './call.ts';
import { limioInEnvironment, ownFolder } from './limio-env.ts';

const CSV = `subscriptionReference,email,address.postalCode
A-1001,ada@example.com,SW1Y 4JH
A-1002,eve@example.com,
A-1003,ada@example.com,
`;

/** A campaign in a folder of its own, and ways to run it and to read its results. */
function campaign(text = CSV) {
  const folder = ownFolder();
  const [csv, results] = [join(folder, 'spring.csv'), join(folder, 'results.csv')];
  writeFileSync(csv, text);
  return {
    results,
    run: (...words: string[]) =>
      call('renew', '--csv', csv, '--results', results, '--per-minute', '60000', ...words),
    read: () => readCsv(readFileSync(results, 'utf8')).rows,
  };
}

test('renew writes a link for each subscriber whose details are right, and no detail of anybody', async () => {
  const limio = await limioInEnvironment();
  const { run, read, results } = campaign();
  expect(await run()).toEqual({ out: '2 started, 0 were before, 1 failed, 0 left.\n', err: '', code: 1 });
  const link = expect.stringMatching(/^https:\/\/shop\.test\/renewal\?basket=basket-[\da-f-]{36}$/) as string;
  expect(read()).toEqual([
    { subscription: 'A-1001', url: link, code: '' },
    { subscription: 'A-1002', url: '', code: 'subscription_unknown' },
    { subscription: 'A-1003', url: link, code: '' },
  ]);
  expect(readFileSync(results, 'utf8')).not.toMatch(/example\.com|SW1/);
  expect(limio.state.baskets.size).toBe(2);
});

test('renew goes on where it was: links stay, failures are tried again', async () => {
  const limio = await limioInEnvironment();
  const { run, read } = campaign();
  await run();
  const before = limio.log.length;
  expect(JSON.parse((await run('--json')).out)).toEqual({ done: 0, before: 2, failed: 1, left: 0 });
  const asked = limio.log.slice(before).filter(({ operation }) => operation === 'renewCheckout');
  expect(asked).toHaveLength(1);
  expect(read()).toHaveLength(4);
});

test('renew makes no second basket of a campaign whose results were lost', async () => {
  const limio = await limioInEnvironment();
  const { run, results } = campaign();
  await run();
  writeFileSync(results, '');
  await run();
  expect(limio.state.baskets.size).toBe(2);
  await run('--campaign', 'autumn', '--results', `${results}.2`);
  expect(limio.state.baskets.size).toBe(4);
});

test('renew stops when Limio is down, and says so', async () => {
  await limioInEnvironment('down@renewCheckout');
  const rows = Array.from({ length: 9 }, (_, n) => `A-${n}`);
  const { run } = campaign(`subscriptionReference\n${rows.join('\n')}\n`);
  expect(await run()).toMatchObject({
    out: expect.stringMatching(
      /^0 started, 0 were before, 5 failed, 4 left\. Limio seems to be down/,
    ) as string,
    code: 1,
  });
});

test('renew comes to those that can be renewed, however many before them never can', async () => {
  await limioInEnvironment('down@renewCheckout');
  const always = Array.from({ length: 6 }, (_, n) => `A-${n}`);
  const { run, read } = campaign(`subscriptionReference\n${[...always, 'A-1001', 'A-1004'].join('\n')}\n`);
  await run();
  await limioInEnvironment();
  expect(JSON.parse((await run('--json')).out)).toMatchObject({ done: 2, failed: 6, left: 0 });
  const order = read().map(({ subscription }) => subscription);
  expect(order.slice(5)).toEqual(['A-5', 'A-1001', 'A-1004', ...always.slice(0, 5)]);
});

test('renew writes links to the older form, without a basket and without an address', async () => {
  const limio = await limioInEnvironment();
  const { run, read } = campaign();
  await run('--older-page');
  expect(read()[0]?.['url']).toMatch(/^https:\/\/shop\.test\/renewal\?customer=[\da-f]{64}&subRef=A-1001$/);
  expect(limio.log).toEqual([]);
});

test('renew verifies what a spreadsheet calls Email, and starts one renewal for whoever stands there twice', async () => {
  const limio = await limioInEnvironment();
  const { run, read } = campaign(
    'Subscription Reference;E-Mail;Name\r\nA-1001;eve@example.com;Ada\r\nA-1003;ada@example.com;Ada\r\nA-1003;ada@example.com;Ada\r\n',
  );
  expect((await run()).out).toBe(
    '1 started, 1 were before, 1 failed, 0 left.\nColumns that were not read: Name.\n',
  );
  expect(read().map(({ subscription, code }) => [subscription, code])).toEqual([
    ['A-1001', 'subscription_unknown'],
    ['A-1003', ''],
  ]);
  expect(limio.state.baskets.size).toBe(1);
});

// prettier-ignore
const lefts: Array<[what: string, left: string, before: number]> = [
  ['a last line that was cut short',   'subscription,url,code\nA-1003,https://shop.te',        0],
  ['a last line without its break',    'subscription,url,code\nA-1003,https://shop.test/x,',   1],
  ['what Excel makes of it',           '\uFEFFsubscription,url,code\r\nA-1003,https://x,\r\n', 1],
  ['nothing',                          '',                                                    0],
];
test.for(lefts)('renew goes on after %s', async ([, left, before]) => {
  await limioInEnvironment();
  const { run, read, results } = campaign('subscriptionReference\nA-1003\nA-1001\n');
  writeFileSync(results, left);
  expect(JSON.parse((await run('--json')).out)).toMatchObject({ before, done: 2 - before });
  expect(
    read()
      .map(({ subscription }) => subscription)
      .sort(),
  ).toEqual(['A-1001', 'A-1003']);
  expect(JSON.parse((await run('--json')).out)).toMatchObject({ before: 2 });
});

test('renew knows a subscription again whose name would be a formula', async () => {
  await limioInEnvironment();
  const { run, results } = campaign('subscriptionReference\n-1003\n');
  writeFileSync(results, "subscription,url,code\n'-1003,https://shop.test/x,\n");
  expect(JSON.parse((await run('--json')).out)).toMatchObject({ before: 1, failed: 0 });
});

test('renew says which results cannot be written, or are another file, and asks nothing of Limio', async () => {
  const limio = await limioInEnvironment();
  const { run, results } = campaign();
  const folder = ownFolder();
  const own = join(folder, 'customers.csv');
  writeFileSync(own, CSV);
  // prettier-ignore
  const places: Array<[file: string, said: RegExp]> = [
    [join(folder, 'none/x.csv'), /^--results: ".*none\/x\.csv" cannot be read and written \(ENOENT\)\. Is there such a folder/],
    [folder,                     /^--results: ".*" cannot be read and written \(EISDIR\)/],
    [own,                        /^--results: ".*customers\.csv" is there, and is no file of results/],
  ];
  for (const [file, said] of places)
    expect(await run('--results', file)).toEqual({ out: '', err: expect.stringMatching(said), code: 2 });
  writeFileSync(results, 'subscription,url,code\na,b\nc,d,\n');
  expect((await run()).err).toMatch(/^Line 2 of --results .* cannot be read/);
  expect([readFileSync(own, 'utf8'), limio.log]).toEqual([CSV, []]);
});

// prettier-ignore
const refused: Array<[what: string, csv: string, words: string[], said: RegExp]> = [
  ['a file without names',        'A-1001,ada@example.com\nA-1002,x\n',       [],                     /^The first line of the CSV names its columns\. It does not name subscriptionId or subscriptionReference/],
  ['a person alone',              'ada@example.com,A-1001\n',                 [],                     /^The first line of the CSV names its columns/],
  ['links without an end',        CSV,                                        ['--days', '40'],       /^--days is not a number from 1 to 30/],
  ['a line without subscription', 'subscriptionId,email\n,ada@example.com\n', [],                     /Line 2 of the CSV names no subscription/],
  ['one after an empty line',     'subscriptionId,email\n\n,ada@example.com\n', [],                   /Line 3 of the CSV names no subscription/],
  ['a line that is cut',          'subscriptionId,email\nsub-1\n',            [],                     /Line 2 of the CSV cannot be read/],
  ['no rate',                     CSV,                                        ['--per-minute', 'x'],  /--per-minute/],
];
test.for(refused)('renew refuses %s, and sends nothing', async ([, csv, words, said]) => {
  const limio = await limioInEnvironment();
  const { err, code } = await campaign(csv).run(...words);
  expect([code, limio.log]).toEqual([2, []]);
  expect(err).toMatch(said);
});

test('a campaign is no faster than it may', async () => {
  let time = 0;
  const waits: number[] = [];
  const outcome = await runCampaign({
    rows: ['a', 'b', 'done', 'c'],
    work: (row) => (row === 'done' ? undefined : Promise.resolve(row)),
    record: async () => void (time += 200),
    perMinute: 60,
    now: () => time,
    pause: async (ms) => void (time += waits.push(ms) && ms),
  });
  expect(waits).toEqual([800, 800]);
  expect(outcome).toEqual({ done: 3, before: 1, failed: 0, left: 0 });
});

test('a campaign goes on after a subscriber that cannot be renewed, and after passing failures', async () => {
  const codes = ['upstream_timeout', 'subscription_unknown', 'upstream_timeout', ''].flatMap((code) => [
    code,
    code,
  ]);
  const recorded: object[] = [];
  const outcome = await runCampaign({
    rows: codes,
    work: async (code) => {
      if (code) throw new LimioError(code as 'upstream_timeout', code);
      return 'https://shop.test/';
    },
    record: async (_, result) => void recorded.push(result),
    perMinute: 60_000,
    now: () => 0,
    pause: async () => {},
  });
  expect(outcome).toEqual({ done: 2, before: 0, failed: 6, left: 0 });
  expect(recorded).toHaveLength(8);
});

test.for(['upstream_rejected', 'credentials_refused'] as const)(
  'a campaign ends after some rows that fail alike, by %s, as the rest would',
  async (code) => {
    const outcome = await runCampaign({
      rows: Array.from({ length: 9 }, (_, n) => n),
      work: () => Promise.reject(new LimioError(code, code)),
      record: async () => {},
      perMinute: 60_000,
      now: () => 0,
      pause: async () => {},
    });
    expect(outcome).toEqual({ done: 0, before: 0, failed: 5, left: 4 });
  },
);
