import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { chromiumOptions } from '../setup/chromium.ts';

/** A processor and a network worse than this machine's. */
export interface Hardship {
  /** How many times slower the processor is. */
  slowdown?: number;
  /** 1.6 Mbit/s and 150 ms there and back, a phone on the road. */
  isSlowNetwork?: boolean;
}

/** What pages use to tell when they began and when what they drew could be seen. */
const STOPWATCH = `
  if (top === window) {
    window.bench = {
      begin() { this.start = performance.now(); },
      drawn() {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => this.settle(performance.now() - this.start);
          port2.postMessage(null);
        });
      },
    };
    bench.painted = new Promise((settle) => (bench.settle = settle));
    addEventListener('limio-ready', () => bench.drawn(), { once: true });
    addEventListener('limio-error', ({ code, error }) => console.error(code, error), { once: true });
  }`;

declare global {
  interface Window {
    bench: {
      start: number;
      /** Starts the clock. */
      begin(): void;
      /** Tells that the list is in the document; the clock runs on until it has been painted. */
      drawn(): void;
      /** Tells when it was painted. */
      settle(ms: number): void;
      /** Milliseconds from the beginning until it was painted. */
      painted: Promise<number>;
    };
  }
}

/**
 * Processor time of the page's main thread so far, in milliseconds. Other programs on the machine do not add to it.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Performance/
 */
export async function processorTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

/** Frames come as soon as they are ready: waiting for the screen would add the same to everybody. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    ...(await chromiumOptions()),
    args: ['--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });

/** Opens an address in a context of its own: no cache, no compiled code, nothing of earlier runs. */
export async function withFreshPage<T>(
  browser: Browser,
  { slowdown = 1, isSlowNetwork = false }: Hardship,
  use: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(error));
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(message.text(), message.location().url);
    });
    await page.addInitScript(STOPWATCH);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (isSlowNetwork) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 200_000,
        uploadThroughput: 94_000,
      });
    }
    return await use(page, session);
  } finally {
    await context.close();
  }
}
