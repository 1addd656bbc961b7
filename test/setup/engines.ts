import { playwright } from '@vitest/browser-playwright';
import type { LaunchOptions } from 'playwright';
import type { BrowserInstanceOption } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { onPath } from './on-path.ts';
import { webkitgtk } from './webkitgtk-provider.ts';
import { hasWebkitgtk } from './webkitgtk.ts';

/** Tests of what a debugger alone can set: Vitest can do so in Chromium. */
const CHROMIUM_ONLY = 'test/**/*.chromium.test.ts';

/** How Playwright starts Firefox: the one Mozilla ships, and Playwright's own where there is none. */
export function firefoxOptions(): LaunchOptions {
  const executablePath = onPath('firefox-esr', 'firefox');
  return executablePath ? { channel: 'moz-firefox', executablePath } : {};
}

/** Each engine the browser suite can run in. */
const ENGINES: Record<string, () => BrowserInstanceOption | Promise<BrowserInstanceOption>> = {
  chromium: async () => ({
    browser: 'chromium',
    provider: playwright({ launchOptions: { executablePath: await findChromium() } }),
  }),
  firefox: () => ({
    browser: 'firefox',
    exclude: [CHROMIUM_ONLY],
    provider: playwright({ launchOptions: firefoxOptions() }),
  }),
  webkit: () => ({
    browser: 'webkit',
    exclude: [CHROMIUM_ONLY],
    provider: hasWebkitgtk() ? webkitgtk() : playwright(),
  }),
};

/**
 * The engines to test in, as Vitest's instances.
 *
 * @param names one or more, `firefox,webkit`.
 * @throws where a name is none of `chromium`, `firefox` and `webkit`.
 */
export const engines = (names: string): Promise<BrowserInstanceOption[]> =>
  Promise.all(
    names.split(',').map((name) => {
      const engine = ENGINES[name];
      if (!engine) throw new Error(`BROWSERS names "${name}". There are ${Object.keys(ENGINES).join(', ')}.`);
      return engine();
    }),
  );
