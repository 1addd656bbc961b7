import { writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import type { Package } from 'custom-elements-manifest/schema';
import { format } from 'prettier';
import { jsxTypes } from './jsx-types.ts';
import { svelteTypes } from './svelte-types.ts';
import { vueTypes } from './vue-types.ts';

/** Writes what editors and type checkers read about the element, all of it made from the manifest. */
export async function writeDescriptions(manifest: Package): Promise<void> {
  // The editors' generators declare the manifest without exact optional properties.
  const loose = manifest as Parameters<typeof getWebTypesData>[0];
  const files = {
    'custom-elements.json': JSON.stringify(manifest),
    'vscode.html-custom-data.json': getVsCodeHtmlCustomData(loose, {}),
    'vscode.css-custom-data.json': getVsCodeCssCustomData(loose, {}),
    'web-types.json': getWebTypesData(loose, {}),
    'jsx.d.ts': jsxTypes(manifest),
    'svelte.d.ts': svelteTypes(manifest),
    'vue.d.ts': vueTypes(manifest),
  };
  for (const [file, content] of Object.entries(files)) {
    // People read types; what only programs read is written without a space.
    const isJson = file.endsWith('.json');
    const options = { filepath: file, printWidth: 110, singleQuote: true };
    const text = isJson ? `${JSON.stringify(JSON.parse(content))}\n` : await format(content, options);
    writeFileSync(`dist/${file}`, text);
  }
}
