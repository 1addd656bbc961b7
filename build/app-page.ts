import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Where the view is built, and the module of the package that holds its page. */
const [VIEW, PAGE] = ['dist/npm/mcp/view.js', 'dist/npm/mcp/app-page.js'];

/**
 * Puts the built view into one page without a single request, and the page into the module that the MCP server
 * reads it from: that works in every runtime, files or not.
 */
export function writeAppPage(): void {
  const script = readFileSync(VIEW, 'utf8').trim().replaceAll('</script', '<\\/script');
  const style = 'html,body{margin:0;background:transparent}';
  const page = `<!doctype html><html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><style>${style}</style></head><body><script>${script}</script></body></html>`;
  writeFileSync(PAGE, `export const appPage = () => ${JSON.stringify(page)};\n`);
  rmSync(VIEW);
}
