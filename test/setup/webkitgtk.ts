// Drives WebKitGTK: its own WebDriver over HTTP, on a screen that exists in memory alone.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../demo/free-port.ts';
import type { Input } from './input.ts';
import { executable, onPath } from './on-path.ts';

/** How long one answer of a program may take before the run is given up, in milliseconds. */
const ANSWER_MS = 30_000;

/** How long a browser may take to end by itself, in milliseconds. */
const LEAVE_MS = 3_000;

/** Where tests ask for more, the page is drawn smaller; nothing they measure changes. */
const WINDOW = { x: 0, y: 0, width: 1400, height: 1000 };

/** Keys that write nothing, as WebDriver names them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** Whether this machine has what it takes: Debian's packages `webkit2gtk-driver` and `xvfb`. */
export const hasWebkitgtk = (): boolean => Boolean(onPath('WebKitWebDriver') && miniBrowser());

/** The small browser that comes with the library; it lies outside PATH, and Debian knows where. */
function miniBrowser(): string {
  const packages = ['libwebkit2gtk-4.1-0', 'libwebkitgtk-6.0-4'];
  const { stdout } = spawnSync('dpkg', ['-L', ...packages], { encoding: 'utf8', timeout: ANSWER_MS });
  return (stdout ?? '').split('\n').find((path) => path.endsWith('/MiniBrowser') && executable(path)) ?? '';
}

/** One window of the browser; the browser starts with the first page it is to open. */
export class Webkitgtk {
  readonly #programs: ChildProcess[] = [];
  #session: Promise<string> | undefined;

  readonly input: Input = {
    move: (x, y) => this.#point({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }),
    click: () => this.#point({ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }),
    press: (key) => {
      const value = KEYS[key] ?? key;
      return this.#act({
        id: 'keyboard',
        type: 'key',
        actions: ['keyDown', 'keyUp'].map((type) => ({ type, value })),
      });
    },
  };

  /** Opens a page; settles when it has loaded. */
  async open(url: string): Promise<void> {
    this.#session ??= this.#start();
    await this.#ask('url', { url });
  }

  /** Runs the body of a function in the page; gives what it returns, as JSON can say it. */
  async run(script: string): Promise<unknown> {
    return this.#ask('execute/sync', { script, args: [] });
  }

  async close(): Promise<void> {
    process.off('exit', this.#end);
    const session = await this.#session?.catch(() => undefined);
    this.#session = undefined;
    if (session) await ask('DELETE', session, undefined, LEAVE_MS).catch(() => undefined);
    this.#end();
  }

  async #ask(command: string, body: object): Promise<unknown> {
    return ask('POST', `${await this.#session}/${command}`, body);
  }

  async #act(source: object): Promise<void> {
    await this.#ask('actions', { actions: [source] });
  }

  #point(...actions: object[]): Promise<void> {
    return this.#act({ id: 'mouse', type: 'pointer', actions });
  }

  /** Opens the browser; settles with the address of its session. */
  async #start(): Promise<string> {
    process.once('exit', this.#end);
    const env = { ...process.env, DISPLAY: process.env['DISPLAY'] || (await this.#screen()) };
    const port = await freePort();
    this.#run(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
    const driver = `http://127.0.0.1:${port}`;
    await untilReady(driver);
    const { sessionId } = (await ask('POST', `${driver}/session`, {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        },
      },
    })) as { sessionId: string };
    const session = `${driver}/session/${sessionId}`;
    await ask('POST', `${session}/window/rect`, WINDOW);
    return session;
  }

  /** Starts a screen; settles with its name, as X11 programs expect it. */
  async #screen(): Promise<string> {
    const size = `${WINDOW.width}x${WINDOW.height}x24`;
    const words = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'];
    const child = this.#run(spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }));
    const signal = AbortSignal.timeout(ANSWER_MS);
    const [number] = (await Promise.race([
      once(child.stdio[3] as Readable, 'data', { signal }),
      once(child, 'exit', { signal }).then(() => {
        throw new Error('Xvfb did not start. Install the package xvfb, or set DISPLAY.');
      }),
    ])) as [Buffer];
    return `:${String(number).trim()}`;
  }

  #run(child: ChildProcess): ChildProcess {
    // One that is missing is noticed when it does not answer.
    child.on('error', () => undefined);
    this.#programs.push(child);
    return child;
  }

  readonly #end = (): void => {
    for (const child of this.#programs.splice(0).reverse()) child.kill();
  };
}

async function untilReady(driver: string): Promise<void> {
  const end = Date.now() + ANSWER_MS;
  while (!(await ask('GET', `${driver}/status`).catch(() => undefined))) {
    if (Date.now() > end) throw new Error('WebKitWebDriver does not answer.');
    await pause(50);
  }
}

/**
 * One command of WebDriver.
 *
 * @throws where the browser refuses it, or is silent for too long.
 * @see https://www.w3.org/TR/webdriver2/#endpoints
 */
async function ask(method: string, url: string, body?: object, ms = ANSWER_MS): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(ms),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error) throw new Error(`WebKitWebDriver: ${value.error}. ${value.message ?? ''}`);
  return value;
}
