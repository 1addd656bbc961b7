import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ASSUMPTIONS } from '../../src/limio/assumptions.ts';

const sourcesIn = (path: string) => {
  const folder = new URL(path, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
};

const sources = sourcesIn('../../src/limio/');

test.for(sources)('$file needs nothing of Node, so it runs at the edge', ({ text }) => {
  expect(text).not.toMatch(/from 'node:|\bprocess\.|\bBuffer\b|\brequire\(/);
});

test('each assumption about Limio is named where the code stands on it', () => {
  const users = [...sources, ...sourcesIn('../../src/server/')];
  const code = users.filter(({ file }) => file !== 'assumptions.ts').map(({ text }) => text);
  const named = [...code.join('\n').matchAll(/assumptions? ([a-z][a-z\d-]+)(?: and ([a-z\d-]+))?/g)].flatMap(
    ([, one, other]) => [one!, ...(other ? [other] : [])],
  );
  expect([...new Set(named)].sort()).toEqual(Object.keys(ASSUMPTIONS).sort());
});
