import type { Page } from 'playwright';
import type { BrowserCommand } from 'vitest/node';

/** A mouse and a keyboard; points are in CSS pixels from the corner of the browser's page. */
export interface Input {
  move(x: number, y: number): Promise<void>;
  /** Presses and releases the main button where the pointer is. */
  click(): Promise<void>;
  /** Presses and releases a key, by its name in the DOM: `Enter`, `ArrowLeft`, `a`. */
  press(key: string): Promise<void>;
}

declare module 'vitest/node' {
  interface BrowserCommandContext {
    /** What an engine that Playwright does not drive brings itself. */
    input?: Input;
  }
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    pointTo(x: number, y: number): Promise<void>;
    clickAt(x: number, y: number): Promise<void>;
    pressKeys(...keys: string[]): Promise<void>;
  }
}

type Context = Parameters<BrowserCommand<[]>>[0];

/** The mouse and the keyboard of a page that Playwright drives. */
export const pageInput = ({ mouse, keyboard }: Pick<Page, 'mouse' | 'keyboard'>): Input => ({
  move: (x, y) => mouse.move(x, y),
  click: async () => {
    await mouse.down();
    await mouse.up();
  },
  press: (key) => keyboard.press(key),
});

const inputOf = ({ input, page }: Context): Input => input ?? pageInput(page);

const pointTo: BrowserCommand<[x: number, y: number]> = (context, x, y) => inputOf(context).move(x, y);

const clickAt: BrowserCommand<[x: number, y: number]> = async (context, x, y) => {
  const input = inputOf(context);
  await input.move(x, y);
  await input.click();
};

const pressKeys: BrowserCommand<string[]> = async (context, ...keys) => {
  const input = inputOf(context);
  for (const key of keys) await input.press(key);
};

/** What tests in a browser can ask of the machine outside it. */
export const inputCommands = { pointTo, clickAt, pressKeys };
