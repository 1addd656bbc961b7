import { readFileSync } from 'node:fs';
import { documents } from '../../../build/docs.ts';

/** A block of code in a document. */
export interface Block {
  /** File and line, for the name of a test. */
  place: string;
  language: string;
  code: string;
  /** The app in `test/frameworks` that the document says it comes from. */
  app: string | undefined;
}

const FENCE = /(?:<!-- recipe: ([\w-]+) -->\n)?^( *)```(\w+)\n([^]*?)\n^ *```$/gm;

/** Every block of code in every document. */
export const blocks: readonly Block[] = documents().flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(FENCE)].map(({ index, 0: whole, 1: app, 2: indent, 3: language, 4: code }) => {
    const line = text.slice(0, index + whole.indexOf('```')).split('\n').length;
    return {
      place: `${file}:${line}`,
      language: language!,
      code: code!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      app,
    };
  });
});

/** Blocks in one of some languages that no app holds. */
export const blocksIn = (...languages: string[]): Block[] =>
  blocks.filter(({ language, app }) => !app && languages.includes(language));
