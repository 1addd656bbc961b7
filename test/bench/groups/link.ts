import type { Browser } from 'playwright';
import { processorTime, withFreshPage } from '../browser.ts';
import { bundle } from '../bundle.ts';
import type { Maker } from '../contestants/link-makers.ts';
import { beside, type Figure } from '../figure.ts';
import { inRounds } from '../rounds.ts';

const COUNT = 20_000;

const perSecond = (took: number): string => `${Math.round(COUNT / took).toLocaleString('en')} links/ms`;

/** Purchase links with a promo code and a carried parameter, each with all checks. */
export const link = (browser: Browser): Promise<Figure[]> =>
  withFreshPage(browser, {}, async (page, session) => {
    await page.addScriptTag({ content: await bundle('test/bench/contestants/link-makers.ts', 'iife') });
    const run = (maker: Maker) => async () => {
      const before = await processorTime(session);
      await page.evaluate(([maker, count]) => window.makeLinks(maker, count), [maker, COUNT] as const);
      return (await processorTime(session)) - before;
    };
    const { ours, template, url } = await inRounds({
      ours: run('ours'),
      template: run('template'),
      url: run('url'),
    });
    return [
      beside('beside a naive template string', ours, ['template', template], perSecond),
      beside('beside URL and URLSearchParams', ours, ['URL', url], perSecond),
    ];
  });
