import { defineBrowserProvider } from '@vitest/browser';
import type { BrowserProvider, BrowserProviderOption } from 'vitest/node';
import type { Input } from './input.ts';
import { Webkitgtk } from './webkitgtk.ts';

/** Vitest's provider for the browser `webkit`, on Linux. */
export const webkitgtk = (): BrowserProviderOption =>
  defineBrowserProvider({
    name: 'webkitgtk',
    supportedBrowser: ['webkit'],
    providerFactory: () => new WebkitgtkProvider(),
  });

class WebkitgtkProvider implements BrowserProvider {
  readonly name = 'webkitgtk';
  readonly supportsParallelism = false;
  readonly #browser = new Webkitgtk();

  getCommandsContext(): { input: Input } {
    return { input: this.#browser.input };
  }

  openPage(_: string, url: string): Promise<void> {
    return this.#browser.open(url);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
