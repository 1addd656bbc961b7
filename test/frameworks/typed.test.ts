import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The lines that the type checker of an app complains about. */
async function complaints(app: string): Promise<string[]> {
  const check = promisify(execFile)('npm', ['run', '--silent', 'check'], {
    cwd: place(app),
    env: { ...process.env, NO_COLOR: '1' },
  });
  const { stdout, stderr } = await check.catch((error: { stdout: string; stderr: string }) => error);
  const found = stripVTControlCharacters(`${stdout}\n${stderr}`).matchAll(
    /^(?:\d+ ERROR )?"?([\w./-]+\.(?:tsx?|vue|svelte))"?[ (:](\d+)[,:]\d+/gm,
  );
  return [...new Set([...found].map(([, file, line]) => `${file}:${line}`))];
}

// prettier-ignore
const wrongs: [app: string, file: string, count: number][] = [
  ['angular',  'wrong.ts',     2],
  ['next',     'wrong.tsx',    3],
  ['react-18', 'wrong.tsx',    3],
  ['react-19', 'wrong.tsx',    3],
  ['svelte',   'Wrong.svelte', 3],
  ['vue',      'Wrong.vue',    3],
];

test.for(wrongs)(
  'In %s, all uses that are marked as wrong are found, and no other',
  async ([app, file, count]) => {
    const lines = readFileSync(place(`${app}/${file}`), 'utf8').split('\n');
    const marked = lines.flatMap((line, before) =>
      /(\/\/|<!--) wrong/.test(line) ? [`${file}:${before}`] : [],
    );
    expect(marked).toHaveLength(count);
    expect(await complaints(app)).toEqual(marked);
  },
);
