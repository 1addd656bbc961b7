import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blocks } from './blocks.ts';

/** What stands in these documents comes from an app; others are run by `test/limio/recipes.test.ts` and `test/server/crm-recipes.test.ts`. */
const recipes = blocks.filter(({ app, place }) => app && /^docs\/(frameworks|first-paint)\.md:/.test(place));

const linesOf = (code: string): string[] =>
  code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line);

/** Source files of an app, without what is installed or built. */
const sourcesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^(\.astro|dist|node_modules)$/.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sourcesOf(path) : [path];
    });

/** Whether the lines stand in a file, in this order; others may stand between them. */
const holds = (file: string, lines: readonly string[]): boolean => {
  const written = linesOf(readFileSync(file, 'utf8'));
  let from = 0;
  return lines.every((line) => (from = written.indexOf(line, from) + 1) > 0);
};

test('the frameworks that need one have a recipe', () => {
  expect(recipes.map(({ app }) => app)).toEqual(['astro', 'next', 'next', 'react-18', 'astro']);
});

test('no other document has recipes that nobody runs', () => {
  const others = blocks.filter(
    ({ app, place }) =>
      app && !/^docs\/(abandoned-baskets|first-paint|frameworks|limio|quotes-and-crm)\.md:/.test(place),
  );
  expect(others).toEqual([]);
});

test.for(recipes)('$place is code of the app $app, which is tested', ({ app, code }) => {
  const lines = linesOf(code);
  expect(sourcesOf(`test/frameworks/${app}`).filter((file) => holds(file, lines))).toHaveLength(1);
});
