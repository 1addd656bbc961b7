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
