import { expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../bench/browser.ts';
import { sameLists } from '../bench/draw-once.ts';
import { putScenes } from '../bench/scenes.ts';
import { openSite } from '../bench/site.ts';

test('the lists that the benchmark draws beside the element show the same cards', async () => {
  const [browser, site] = await Promise.all([openBrowser(), openSite()]);
  onTestFinished(async () => {
    await Promise.all([browser.close(), site.close()]);
  });
  await putScenes(site, [12]);
  await expect(sameLists(browser, site.origin)).resolves.toBeUndefined();
});
