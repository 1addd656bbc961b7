import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** What a run of one file with this text prints. */
function printedBy(text: string, ...options: string[]): string[] {
  mkdirSync('node_modules/.cache', { recursive: true });
  const root = mkdtempSync('node_modules/.cache/tally-');
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'vitest.config.js'), 'export default {}');
  writeFileSync(
    join(root, 'a.test.js'),
    `import { afterAll, beforeAll, describe, test } from 'vitest';${text}`,
  );
  const words = ['run', '--root', root, '--reporter', resolve('test/setup/tally.ts'), ...options];
  const { stdout } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...words], {
    encoding: 'utf8',
  });
  return stdout.trim().split('\n');
}

const [pass, fail, boom] = [`test('a', () => {});`, `test('b', () => { throw 1 });`, '() => { throw 1 }'];

// prettier-ignore
const runs: Array<[behaviour: string, text: string, line: string]> = [
  ['tests that pass and fail',                pass + fail,                                                   '1 passed, 1 failed'],
  ['a file that cannot be loaded',            `throw 1;`,                                                    '0 passed, 1 failed'],
  ['what fails before the tests of a file',   `beforeAll(${boom});${pass}`,                                  '0 passed, 1 failed, 1 skipped'],
  ['what fails after them',                   `afterAll(${boom});${pass}`,                                   '1 passed, 1 failed'],
  ['what fails before a part of a file',      `${pass}describe('c', () => { beforeAll(${boom});${pass} });`, '1 passed, 1 failed, 1 skipped'],
  ['what fails while no one looks',           `Promise.reject(1);${pass}`,                                   '1 passed, 1 failed'],
];
test.for(runs)('the tally counts %s', ([, text, line]) => {
  expect(printedBy(text).at(-1)).toBe(line);
});

test('the tally names what passed at a later try alone, and what was wrong at first', () => {
  const unsteady = `let tries = 0; test('c', ({ expect }) => expect(tries++).toBe(1));`;
  expect(printedBy(pass + unsteady, '--retry', '1').slice(-2)).toEqual([
    'unsteady: a.test.js: c: expected +0 to be 1 // Object.is equality - Expected + Received - 1 + 0',
    '2 passed, 0 failed',
  ]);
});

test('the tally says what was wrong with what failed', () => {
  expect(printedBy(`test('d', () => { throw new Error('Not${'\\n'}there.') });`).slice(-2)).toEqual([
    'failed: a.test.js: d: Not there.',
    '0 passed, 1 failed',
  ]);
});
