import { readFileSync } from 'node:fs';

/** A block of code of a document, by its language and, where there are several, by a word in it. */
export function recipeIn(document: string, language: string, word = ''): string {
  const text = readFileSync(document, 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)\n([^]*?)\n^```$/gm)];
  const code = blocks.find(([, name, code]) => name === language && code!.includes(word))?.[2];
  if (!code) throw new Error(`There is no such block in ${document}: ${language} ${word}`);
  return code;
}
