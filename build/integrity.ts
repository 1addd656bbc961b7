import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes the hashes of the scripts and the style sheet: the value of `integrity` on the tag, and of `integrity` in an import
 * map for the parts that are loaded later.
 *
 * @see https://developer.mozilla.org/docs/Web/Security/Subresource_Integrity
 */
export function writeIntegrity(folder: string): void {
  const files = readdirSync(folder).filter((file) => /\.(js|css)$/.test(file));
  const hashes = files.sort().map((file) => {
    const hash = createHash('sha384').update(readFileSync(`${folder}/${file}`));
    return [file, `sha384-${hash.digest('base64')}`];
  });
  writeFileSync(`${folder}/integrity.json`, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}
