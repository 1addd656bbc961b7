import { chromium, firefox, webkit, type Browser } from 'playwright';
import { chromiumOptions } from '../setup/chromium.ts';
import { firefoxOptions } from '../setup/engines.ts';
import { pageInput, type Input } from '../setup/input.ts';
import { hasWebkitgtk, Webkitgtk } from '../setup/webkitgtk.ts';

/** A person before one window of a browser, whatever its engine. */
export interface Visitor {
  input: Input;
  /** Opens a page; settles when it has loaded. */
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page; gives what it returns, as JSON can say it. */
  run(script: string): Promise<unknown>;
  close(): Promise<void>;
}

/** A browser that people who know nothing of each other visit with. */
export interface Visitors {
  next(): Promise<Visitor>;
  close(): Promise<void>;
}

/** By remote control, Firefox takes clicks only to frames that are in the process of the page. */
const ONE_PROCESS = { 'fission.autostart': false };

const ENGINES: Record<string, () => Promise<Visitors>> = {
  chromium: async () => inContexts(await chromium.launch(await chromiumOptions())),
  firefox: async () =>
    inContexts(await firefox.launch({ ...firefoxOptions(), firefoxUserPrefs: ONE_PROCESS })),
  webkit: async () => (hasWebkitgtk() ? oneByOne : inContexts(await webkit.launch())),
};

/** Opens a browser by the name of its engine. */
export const visitorsIn = (engine: string): Promise<Visitors> => ENGINES[engine]!();

const inContexts = (browser: Browser): Visitors => ({
  async next() {
    const context = await browser.newContext();
    const page = await context.newPage();
    return {
      input: pageInput(page),
      open: async (url) => void (await page.goto(url)),
      run: (script) => page.evaluate(`(() => { ${script} })()`),
      close: () => context.close(),
    };
  },
  close: () => browser.close(),
});

/** WebDriver has no contexts: each person starts the browser anew. */
const oneByOne: Visitors = {
  next: async () => new Webkitgtk(),
  close: async () => undefined,
};

declare module 'vitest' {
  interface ProvidedContext {
    /** Name of the engine to test in. */
    engine: string;
  }
}
