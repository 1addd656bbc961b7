import type { CDPSession, Page } from 'playwright';

/** What a page felt like, as browsers measure it. Milliseconds. */
export interface Impact {
  /** Sum of all layout shifts. https://web.dev/articles/cls */
  shift: number;
  /** What long tasks took beyond 50 ms each. https://web.dev/articles/tbt */
  blocking: number;
  /** Largest contentful paint. https://web.dev/articles/lcp */
  largest: number;
  /** How many of our elements drew something. */
  drawn: number;
}

/** Opens a page, lets it finish, and reads what the browser has noted. */
export async function impactOf(page: Page, url: string): Promise<Impact> {
  await page.goto(url, { waitUntil: 'networkidle' });
  return page.evaluate(async () => {
    type Entry = PerformanceEntry & { value?: number };
    const entries = (type: string) =>
      new Promise<Entry[]>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
        observer.observe({ type, buffered: true });
        // Where nothing was noted, the observer stays silent. Every page paints.
        if (type !== 'largest-contentful-paint')
          requestIdleCallback(() => setTimeout(() => resolve([]), 50), { timeout: 1000 });
      });
    const [shifts, tasks, paints] = await Promise.all(
      ['layout-shift', 'longtask', 'largest-contentful-paint'].map(entries),
    );
    return {
      shift: shifts!.reduce((sum, { value = 0 }) => sum + value, 0),
      blocking: tasks!.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
      largest: paints!.at(-1)!.startTime,
      drawn: [...document.querySelectorAll('limio-offers')].filter((each) =>
        each.shadowRoot?.querySelector('.cta'),
      ).length,
    };
  });
}

/** What a page fetched after itself. */
export interface Traffic {
  requests: number;
  /** Bytes on the wire, with headers. */
  bytes: number;
  /** Milliseconds from the address until offers were painted. */
  painted: number;
  /** Milliseconds from the address until anything was: first contentful paint. https://web.dev/articles/fcp */
  firstPaint: number;
}

/** Opens a page that draws offers, and counts what it fetched until they were painted. */
export async function trafficOf(page: Page, session: CDPSession, url: string): Promise<Traffic> {
  const traffic = { requests: 0, bytes: 0 };
  await session.send('Network.enable');
  const own = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url !== url && request.url.startsWith('http')) own.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!own.has(requestId)) return;
    traffic.requests++;
    traffic.bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'commit' });
  // From the address on, which is where the page's own clock begins.
  const painted = await page.evaluate(async () => (await window.bench.painted) + window.bench.start);
  // It is noted when it has reached the screen, a little later.
  const firstPaint = await page.evaluate(
    () =>
      new Promise<number>((settle) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName('first-contentful-paint');
          if (first) settle(first.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  return { ...traffic, painted, firstPaint };
}
