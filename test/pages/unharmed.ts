import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Scene } from './scene.ts';

/**
 * Asserts that the page that sells is unharmed: no error, nothing on the console but one warning for each mistake
 * that the test makes, no policy violated, nothing asked of other sites, no new global, and its HTML as it was served.
 *
 * @param blank an empty page, to parse in what the page's own policy may forbid.
 */
export async function expectUnharmed(scene: Scene, blank: Page): Promise<void> {
  const { page, host, noise, tolerated, strangers, served, warnings, mistakes } = scene;
  await expect.poll(() => warnings).toEqual(mistakes);
  expect(noise.filter((line) => !tolerated.some((pattern) => pattern.test(line)))).toEqual([]);
  expect(strangers).toEqual([]);
  const found = await page.evaluate(inspect).catch(async () => {
    // It was just leaving for the shop.
    await page.waitForLoadState();
    return page.evaluate(inspect);
  });
  if (found.origin !== host.origin) return;
  expect(found.globals).toEqual([]);
  if (served) expect(found.html).toBe(await blank.evaluate(parse, served));
}

/** Runs in the page that sells. */
const inspect = () => ({
  origin: location.origin,
  globals: Object.getOwnPropertyNames(globalThis).filter(
    (name) => !watched.globals.includes(name) && !/^\d+$/.test(name),
  ),
  html: document.documentElement.outerHTML,
});

/** Runs in the blank page. */
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML;
