// Takes the README's picture of the gallery's first section, 1405 px wide, with the fonts of the machine (DejaVu Sans in the picture
// that is there): `npm run build && node demo/take-picture.js`.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

// The tests bring fonts of their own; the picture shows the machine's.
const { FONTCONFIG_FILE } = process.env;

const server = await createServer({
  configFile: file('../vite.config.ts'),
  root: file('.'),
  logLevel: 'warn',
});
await server.listen();
// Node 20 does not read TypeScript, so Vite does.
const { chromiumOptions } = await server.ssrLoadModule(file('../test/setup/chromium.ts'));
const { env, ...program } = await chromiumOptions();
const browser = await chromium.launch({ ...program, env: { ...env, FONTCONFIG_FILE } });
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    deviceScaleFactor: 1.25,
    colorScheme: 'light',
  });
  await page.goto(`${server.resolvedUrls.local[0]}gallery.html`, { waitUntil: 'load' });
  const section = page.locator('#saas .example');
  await section.locator('a[part~=cta]').nth(2).waitFor();
  await section.screenshot({ path: file('picture.png'), animations: 'disabled' });
} finally {
  await browser.close();
  await server.close();
}
