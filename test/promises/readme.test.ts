import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');

test('the README has at most 150 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

test('the first screen has the picture and the snippet', () => {
  const first = readme.split('\n## ')[0]!;
  for (const part of ['demo/picture.png', '<limio-offers']) expect(first).toContain(part);
});

test('who installs it is told before who works on it', () => {
  const places = ['npm install limio-offers', 'npm install && npm start', 'npm install && npm test'].map(
    (line) => readme.indexOf(`\n${line}`),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
