import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from './manifest.ts';
import { backendParts } from './docs-backend.ts';
import { elementParts } from './docs-element.ts';
import { offerParts } from './docs-offer.ts';
import { PLUGIN, withAttributeNames } from './wordpress.ts';

/** What is made from the source, by the name in its markers: `<!-- made: name -->` … `<!-- /made -->`. */
export const madeParts = (): Record<string, string> => ({
  ...elementParts(readManifest()),
  ...offerParts(),
  ...backendParts(),
});

const MADE = /^(<!-- made: ([\w ]+) -->\n)[^]*?^(<!-- \/made -->)$/gm;

/** A document with each made part as the source has it today. */
export function withMadeParts(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(MADE, (_, start: string, name: string, end: string) => {
    if (!parts[name]) throw new Error(`A document asks for "${name}", which nobody makes.`);
    return `${start}${parts[name]}\n${end}`;
  });
}

/** Names of the made parts in a document. */
export const namesIn = (text: string): string[] => [...text.matchAll(MADE)].map(([, , name]) => name!);

/** Every document of the repository: those at its top, and those in `docs`. */
export function documents(): string[] {
  const markdown = (folder: string, recursive: boolean) =>
    readdirSync(folder, { recursive, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(folder, file));
  return [...markdown('.', false), ...markdown('docs', true)].sort();
}

/** `npm run docs` */
export function writeDocs(): void {
  const parts = madeParts();
  for (const file of documents()) {
    const text = readFileSync(file, 'utf8');
    const today = withMadeParts(text, parts);
    if (today !== text) writeFileSync(file, today);
  }
  writeFileSync(PLUGIN, withAttributeNames(readFileSync(PLUGIN, 'utf8')));
}
