import { playwright } from '@vitest/browser-playwright';
import type { BrowserInstanceOption } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { onPath } from './on-path.ts';
import { hasWebkitgtk, webkitgtk } from './webkitgtk.ts';

/** Tests that need a real pointer or keyboard, or what a debugger alone can set: Vitest can do so in Chromium. */
const CHROMIUM_ONLY = 'test/**/*.chromium.test.ts';

/** Each engine the browser suite can run in. */
const ENGINES: Record<string, () => BrowserInstanceOption | Promise<BrowserInstanceOption>> = {
  chromium: async () => ({
    browser: 'chromium',
    provider: playwright({ launchOptions: { executablePath: await findChromium() } }),
  }),
  firefox: () => {
    const executablePath = onPath('firefox-esr', 'firefox');
    return {
      browser: 'firefox',
      exclude: [CHROMIUM_ONLY],
      // The channel is the Firefox that Mozilla ships; Playwright's own is asked for where there is none.
      provider: playwright(
        executablePath ? { launchOptions: { channel: 'moz-firefox', executablePath } } : {},
      ),
    };
  },
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
