import type { Browser } from 'playwright';
import { CATALOGUE } from '../../../demo/sandbox/items/catalogue.ts';
import { hex40 } from '../../../demo/sandbox/items/raw-item.ts';
import { processorTime, withFreshPage } from '../browser.ts';
import { bundle } from '../bundle.ts';
import { beside, us, type Figure } from '../figure.ts';
import { inRounds } from '../rounds.ts';

/** Each is read so often that every measurement makes as many offers. */
const SIZES = [50, 500, 5000];
const OFFERS = 10_000;

/** From the text of a reply of Limio to offers, with all the awkward ones among them; per offer. */
export const catalogue = (browser: Browser): Promise<Figure[]> =>
  withFreshPage(browser, {}, async (page, session) => {
    await page.addScriptTag({ content: await bundle('test/bench/contestants/catalogue-readers.ts', 'iife') });
    for (const size of SIZES)
      await page.evaluate(([size, text]) => void (window.replies[size] = text), [size, reply(size)] as const);
    const run = (size: number, isWhole: boolean) => async () => {
      const before = await processorTime(session);
      await page.evaluate(([size, isWhole, times]) => window.readReply(size, isWhole, times), [
        size,
        isWhole,
        OFFERS / size,
      ] as const);
      return ((await processorTime(session)) - before) / OFFERS;
    };
    const runs = SIZES.flatMap((size) => [
      [`${size}`, run(size, true)],
      [`${size} parsed`, run(size, false)],
    ]);
    const samples: Record<string, number[]> = await inRounds(Object.fromEntries(runs));
    return [
      ...SIZES.map((size) =>
        beside(
          `${size.toLocaleString('en')} offers, per offer`,
          samples[size]!,
          ['JSON.parse alone', samples[`${size} parsed`]!],
          us,
        ),
      ),
      beside('an offer of 5,000', samples['5000']!, ['an offer of 50', samples['50']!], us, 1.5),
    ];
  });

/** A reply of so many offers, each under a path of its own. */
function reply(size: number): string {
  const items = Array.from({ length: size }, (_, n) => {
    const item = CATALOGUE[n % CATALOGUE.length]!;
    const path = `${item.path} ${n}`;
    return { ...item, path, id: hex40(path) };
  });
  return JSON.stringify({ items, hits: { value: size, relation: 'eq' } });
}
