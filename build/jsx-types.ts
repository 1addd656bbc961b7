import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import type { Package } from 'custom-elements-manifest/schema';

const SOURCE = './npm/index.js';

/**
 * Types for the tag in JSX: `import type {} from 'limio-offers/jsx'` makes React know it; other libraries extend
 * their own `IntrinsicElements` with `CustomElements`.
 *
 * The generator augments nine libraries. Naming one that is not installed is an error in a type check that
 * includes libraries, so only React is named.
 */
export function jsxTypes(manifest: Package): string {
  const types = generateJsxTypes(manifest, { componentTypePath: () => SOURCE, fileName: '' }) ?? '';
  return types.replace(/\ndeclare (global|module ['"](?!react\b(?!-))[^'"]+['"]) \{[^]*?\n\}\n/g, '');
}
