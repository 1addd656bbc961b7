import { readFileSync, writeFileSync } from 'node:fs';
import sbom from 'rollup-plugin-sbom';
import type { Plugin } from 'vite';

/**
 * Writes which packages a build has taken in, as CycloneDX.
 * The same packages give the same file. Its types are Rollup's.
 */
export const billOfMaterials = (): Plugin =>
  sbom({
    outDir: '',
    outFilename: 'sbom',
    rootComponentType: 'library',
    includeWellKnown: false,
    saveTimestamp: false,
  }) as unknown as Plugin;

/** Writes it without blanks, which are a sixth of it: every user installs it, and programs alone read it. */
export function packBillOfMaterials(folder: string): void {
  const file = `${folder}/sbom.json`;
  writeFileSync(file, `${JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))}\n`);
}
