import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeProgram, removeProgram } from '../setup/node-program.ts';

let path: string;
beforeAll(async () => {
  path = await nodeProgram('src/cli.ts');
});
afterAll(() => removeProgram(path));

/** Runs a command whose output goes there; how it ends, and what it says beside. */
async function ended(stdout: 'pipe' | number, ...words: string[]): Promise<[code: number, said: string]> {
  const child = spawn(process.execPath, [path, ...words], { stdio: ['ignore', stdout, 'pipe'] });
  // Before it has written anything: a reader who is gone.
  child.stdout?.destroy();
  const [[code], said] = await Promise.all([once(child, 'exit') as Promise<[number]>, text(child.stderr!)]);
  return [code, said];
}

// prettier-ignore
const commands: Array<[words: string[], code: number]> = [
  [['serve', '--help'],                                                0],
  [['link', '--shop', 'https://shop.example.com', '/offers2/Pro'],     0],
  [['key', '--label', 'crm', '--scopes', 'quotes', '--json'],       0],
];
test.for(commands)('nobody who reads no further is told of it: %j', async ([words, code]) => {
  expect(await ended('pipe', ...words)).toEqual([code, '']);
});

test('a disk that is full is told in a sentence, and ends with 1', async () => {
  const full = openSync('/dev/full', 'w');
  expect(await ended(full, 'serve', '--help')).toEqual([1, 'The output cannot be written (ENOSPC).\n']);
  closeSync(full);
});
