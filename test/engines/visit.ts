import { expect, onTestFinished, vi } from 'vitest';
import { builtFiles } from '../pages/built-files.ts';
import { pageOf } from '../pages/markup.ts';
import { serveSite, type Seen, type Site } from '../pages/site.ts';
import type { Visitors } from './visitor.ts';
import { WAIT_MS } from '../setup/patience.ts';

/** Patience with a busy machine. */
export const PATIENCE = { timeout: WAIT_MS, interval: 50 };

/** Notes what goes wrong in a page. */
const WATCH = `<script nonce="watch">
  isReady = false;
  shown = 0;
  (function count() {
    shown++;
    requestAnimationFrame(count);
  })();
  noise = [];
  addEventListener('limio-ready', () => (isReady = true));
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation', 'limio-error', 'limio-fallback'])
    addEventListener(type, (event) => noise.push([type, event.message, event.reason, event.violatedDirective].join()));
</script>`;

/** Where something is in the window, and how many frames the page had shown by then. */
interface Look {
  middle: [x: number, y: number];
  shown: number;
}

/** Three sites and a person who visits the first: the page that sells, where its script is from, and the shop. */
export interface Visit {
  host: Site;
  cdn: Site;
  shop: Site;
  /** Opens a page of the host. */
  open(
    body: string,
    options?: { head?: string; query?: string; headers?: Record<string, string> },
  ): Promise<void>;
  /** Waits until the element has drawn this; gives the middle of it. Nothing may have gone wrong until then. */
  drawn(selector: string): Promise<[x: number, y: number]>;
  /** Clicks on what the element has drawn. */
  click(selector: string): Promise<void>;
  /** Clicks on a point of the page. */
  clickAt(x: number, y: number): Promise<void>;
  /** Presses keys one after the other. */
  press(...keys: string[]): Promise<void>;
  /** Runs the body of a function in the page; gives what it returns, as JSON can say it. */
  run(script: string): Promise<unknown>;
  /** Goes back to the page that sells. */
  back(): Promise<void>;
  /** Waits for so many arrivals at the shop; gives the last. */
  arrival(count?: number): Promise<Seen>;
}

/** Serves three sites for one test. */
export async function visit(visitors: Visitors): Promise<Visit> {
  const visitor = await visitors.next();
  onTestFinished(() => visitor.close());
  const host = await serveSite('page');
  const cdn = await serveSite('cdn', builtFiles());
  const shop = await serveSite('shop', { '*': '<!doctype html><title>Shop</title>' });
  onTestFinished(() => [host, cdn, shop].forEach((site) => site.close()));

  const drawn = async (selector: string) => {
    let last: Look | null = null;
    const middle = await vi.waitFor(async () => {
      const found = (await visitor.run(`
        const element = document.querySelector('limio-offers');
        const box = element?.shadowRoot?.querySelector('${selector}')?.getBoundingClientRect();
        const middle = box?.width && [box.left + box.width / 2, box.top + box.height / 2];
        return isReady && middle ? { middle, shown } : null;`)) as Look | null;
      const before = last;
      last = found;
      expect(found, selector).not.toBeNull();
      // A click may miss what still moves, and what is not shown yet: a page that comes back has its old boxes at once.
      expect(found!.middle).toEqual(before?.middle);
      expect(found!.shown).toBeGreaterThan(before!.shown);
      return found!.middle;
    }, PATIENCE);
    expect(await visitor.run('return noise')).toEqual([]);
    return middle;
  };
  const arrival = (count = 1) =>
    vi.waitFor(() => {
      const visits = shop.seen.filter(({ isVisit }) => isVisit);
      expect(visits).toHaveLength(count);
      return visits.at(-1)!;
    }, PATIENCE);
  const clickAt = async (x: number, y: number) => {
    await visitor.input.move(x, y);
    await visitor.input.click();
  };
  return {
    ...{ host, cdn, shop, drawn, clickAt, arrival, run: (script: string) => visitor.run(script) },
    async open(body, { head = '', query = '', headers = {} } = {}) {
      host.answers.set('/', { headers, body: pageOf(WATCH + head, body) });
      await visitor.open(`${host.origin}/${query}`);
    },
    click: async (selector) => clickAt(...(await drawn(selector))),
    async press(...keys) {
      for (const key of keys) await visitor.input.press(key);
    },
    async back() {
      await vi.waitFor(async () => expect(await visitor.run('return document.title')).toBe('Shop'), PATIENCE);
      await visitor.run('setTimeout(() => history.back())');
    },
  };
}
