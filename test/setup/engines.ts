import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import type { LaunchOptions } from 'playwright';
import type { BrowserInstanceOption, BrowserProviderOption } from 'vitest/node';
import { chromiumOptions } from './chromium.ts';
import { onPath } from './on-path.ts';
import { webkitgtk } from './webkitgtk-provider.ts';
import { hasWebkitgtk } from './webkitgtk.ts';

/** The engines that tests run in. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

/** Tests of what a debugger alone can set: Vitest can do so in Chromium. */
const CHROMIUM_ONLY = 'test/**/*.chromium.test.ts';

/** The fonts of the tests, as `fonts.conf` names them. */
const FONTS = fileURLToPath(new URL('../../node_modules/dejavu-fonts-ttf/ttf/', import.meta.url));

/**
 * How Playwright starts Firefox: the one Mozilla ships, and Playwright's own where there is none.
 *
 * Its sandbox keeps a page from files outside the system's folders. Without leave to read the fonts, every letter would
 * be the wide box of a letter that no font has.
 *
 * @see https://searchfox.org/firefox-main/source/security/sandbox/linux/broker/SandboxBrokerPolicyFactory.cpp
 */
export function firefoxOptions(): LaunchOptions {
  const firefoxUserPrefs = { 'security.sandbox.content.read_path_whitelist': FONTS };
  const executablePath = onPath('firefox-esr', 'firefox');
  return { firefoxUserPrefs, ...(executablePath && { channel: 'moz-firefox', executablePath }) };
}

/** An engine, and what drives it. */
export type Engine = BrowserInstanceOption & { provider: BrowserProviderOption };

/** Each engine as an instance of Vitest's browser tests, which is a project of the engine's name. */
export const elementEngines = async (): Promise<Engine[]> => [
  {
    name: 'chromium',
    browser: 'chromium',
    provider: playwright({ launchOptions: await chromiumOptions() }),
  },
  {
    name: 'firefox',
    browser: 'firefox',
    exclude: [CHROMIUM_ONLY],
    provider: playwright({ launchOptions: firefoxOptions() }),
  },
  {
    name: 'webkit',
    browser: 'webkit',
    exclude: [CHROMIUM_ONLY],
    provider: hasWebkitgtk() ? webkitgtk() : playwright(),
  },
];
