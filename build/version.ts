import { readFileSync, writeFileSync } from 'node:fs';
import pack from '../package.json' with { type: 'json' };
import { VERSION } from '../src/core/version.ts';
import { documents } from './docs.ts';

const PLUGIN = ['limio-offers.php', 'block.json', 'editor.asset.php'].map(
  (file) => `demo/wordpress/limio-offers/${file}`,
);

/** Files that name the release, beside package.json and its lock file. */
const NAMING = () => [
  'src/core/version.ts',
  ...PLUGIN,
  ...documents().filter((file) => file !== 'CHANGELOG.md'),
];

/**
 * Texts of all files that change with a release, by path: those that name it, and the changelog, whose chapter
 * "Unreleased" becomes that of the release.
 *
 * @param day of the release, `2026-12-01`.
 */
export function withVersion(next: string, day: string): Record<string, string> {
  const read = (file: string) => readFileSync(file, 'utf8');
  const renamed = NAMING().flatMap((file) => {
    const text = read(file);
    return text.includes(VERSION) ? [[file, text.replaceAll(VERSION, next)] as const] : [];
  });
  const changelog = read('CHANGELOG.md').replace('## [Unreleased]\n', `$&\n## [${next}] - ${day}\n`);
  return { ...Object.fromEntries(renamed), 'CHANGELOG.md': changelog };
}

/** What the changelog says about a release. */
export function notesOf(version: string): string {
  const chapters = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
  const chapter = chapters.find((each) => each.startsWith(`[${version}]`)) ?? '';
  return chapter.split('\n').slice(1).join('\n').trim();
}

/** `npm version`: package.json has the new version already. */
export function writeVersion(): void {
  const today = new Date().toISOString().slice(0, 10);
  for (const [file, text] of Object.entries(withVersion(pack.version, today))) writeFileSync(file, text);
}
