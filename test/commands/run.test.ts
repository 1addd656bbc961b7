import { expect, test } from 'vitest';
import { nearestWord } from '../../src/core/nearest-word.ts';
import type { Command } from '../../src/commands/command.ts';
import { run } from '../../src/commands/run.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { VERSION } from '../../src/core/version.ts';
import { VARIABLES } from '../../src/server/environment/variables.ts';
import { call } from './call.ts';

test.for(['--help', '-h', 'help'])('%s lists every command with what it does', async (word) => {
  const { out, err, code } = await call(word);
  for (const { name, summary } of COMMANDS) expect(out).toMatch(new RegExp(`^ +${name} +${summary}$`, 'm'));
  expect([err, code]).toEqual(['', 0]);
});

test.for(['--version', '-v'])('%s says the release', async (word) => {
  expect(await call(word)).toEqual({ out: `${VERSION}\n`, err: '', code: 0 });
});

test.for(COMMANDS)(
  '$name --help says what it needs, and does nothing else',
  async ({ name, help, options }) => {
    const { out, code } = await call(name, '--help');
    expect(out).toContain(help);
    for (const option of Object.keys(options)) expect(out).toContain(`--${option} `);
    expect(code).toBe(0);
  },
);

test('the help of serve names every variable', async () => {
  const { out } = await call('serve', '--help');
  for (const name of Object.keys(VARIABLES)) expect(out).toContain(` ${name} `);
});

test.for([[], ['start'], ['__proto__']])(
  '%j is no command, and whoever typed it is told what there is',
  async (words) => {
    const { out, err, code } = await call(...words);
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain((await call('--help')).out);
  },
);

// prettier-ignore
const beginnings: Array<[words: string[], meant: string]> = [
  [['link', '--promo', 'SAVE20'], '--promo-code'],
  [['snapshot', '--promo=SAVE20'], '--promo-code'],
  [['snap'],                      'snapshot'],
];
test.for(beginnings)('%j is told what begins with it', async ([words, meant]) => {
  expect((await call(...words)).err).toContain(` Did you mean "${meant}"?\n`);
});

// prettier-ignore
const misused: string[][] = [
  ['link', '--shp', 'https://shop.example.com'],
  ['link', '--shop'],
  ['renew', 'subscribers.csv'],
];
test.for(misused)('whoever calls a command wrongly is told where its help is: %j', async (words) => {
  const { err, code } = await call(...words);
  expect(err).toMatch(new RegExp(`\\nlimio-offers ${words[0]} --help says more\\.\\n$`));
  expect(code).toBe(2);
});

test('a value that is wrong is told by itself', async () => {
  const { err } = await call('link', '--shop', 'https://shop.example.com', 'Pro');
  expect(err).not.toContain('--help');
});

test('an option that no command has is refused, whatever it is called', async () => {
  expect(await call('serve', '--constructor')).toMatchObject({ out: '', code: 2 });
});

// prettier-ignore
const words: Array<[given: string, meant: string | undefined]> = [
  ['sevre',   'serve'],
  ['Serve',   'serve'],
  ['serves',  'serve'],
  ['lnk',     'link'],
  ['migrate', undefined],
  ['',        undefined],
];
test.for(words)('the nearest to "%s" is %s', ([given, meant]) => {
  expect(nearestWord(given, ['serve', 'link', 'snapshot'])).toBe(meant);
});

test('a command that a signal has stopped says so', async () => {
  const said: string[] = [];
  const wait: Command = {
    name: 'wait',
    summary: 'Waits',
    options: {},
    help: '',
    run: () => Promise.reject(new DOMException('This operation was aborted', 'AbortError')),
  };
  expect(await run(['wait'], [wait], { out: () => {}, err: (text) => said.push(text) })).toBe(1);
  expect(said).toEqual(['It was stopped before it was done.\n']);
});
