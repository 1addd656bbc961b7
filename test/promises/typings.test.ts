import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Projects that use the package as their own dependency: TypeScript, React and Vue, libraries checked too. */
const CONSUMER = 'test/promises/consumer';

function problems(...words: string[]): string {
  try {
    execFileSync('node_modules/.bin/tsc', ['-p', CONSUMER, ...words], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

// prettier-ignore
const resolutions: [who: string, words: string[]][] = [
  ['a bundler',    []],
  ['Node itself',  ['--module', 'nodenext', '--moduleResolution', 'nodenext']],
];

test.for(resolutions)('the tag, its events and its errors are typed for users of %s', ([, words]) => {
  expect(existsSync('dist/npm/index.d.ts')).toBe(true);
  expect(problems(...words)).toBe('');
});
