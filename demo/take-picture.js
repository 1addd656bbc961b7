// Takes the README's picture of the marketing page, 1600 px wide, with the fonts of the machine (Noto Sans and Noto Serif in the
// picture that is there): `npm run build && node demo/take-picture.js`.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

// The tests bring fonts of their own; the picture shows the machine's.
const { FONTCONFIG_FILE = '' } = process.env;

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
  await page.goto(`${server.resolvedUrls.local[0]}marketing.html`, { waitUntil: 'networkidle' });
  await page.locator('.pricing [part~=image]').first().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  const { y, height } = await page.locator('.pricing').boundingBox();
  const top = y + (await page.evaluate(() => scrollY));
  const clip = { x: 0, y: top + 48, width: 1280, height: height - 96 };
  await page.screenshot({ path: file('picture.png'), clip, fullPage: true });
} finally {
  await browser.close();
  await server.close();
}
