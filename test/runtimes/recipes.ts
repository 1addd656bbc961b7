import { readFileSync } from 'node:fs';

/** The block of code below a heading of the documents: what is run here is what the documents say. */
export function recipe(heading: string): string {
  const text = readFileSync('docs/backend.md', 'utf8');
  const section = text.split(/^###? /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const code = /^```(?:ts|js)\n([^]*?)\n^```$/m.exec(section)?.[1];
  if (!code) throw new Error(`There is no recipe below the heading ${heading}.`);
  return code;
}
