import { cpus } from 'node:os';
import type { Browser } from 'playwright';
import { record, worse } from './bounds.ts';
import { openBrowser } from './browser.ts';
import type { Figure } from './figure.ts';
import { backend } from './groups/backend.ts';
import { sizes } from './groups/bytes.ts';
import { catalogue } from './groups/catalogue.ts';
import { cold } from './groups/cold.ts';
import { draw } from './groups/draw.ts';
import { firstCards } from './groups/first-cards.ts';
import { interaction } from './groups/interaction.ts';
import { link } from './groups/link.ts';
import { pageImpact } from './groups/page-impact.ts';
import { warm } from './groups/warm.ts';
import { noise } from './noise.ts';
import { ROUNDS } from './rounds.ts';
import { DOCUMENT, table, writeDocument } from './table.ts';

const GROUPS: Record<string, (browser: Browser) => Promise<Figure[]>> = {
  draw,
  page: pageImpact,
  bytes: sizes,
  first: firstCards,
  interaction,
  link,
  catalogue,
  backend,
  warm,
  cold,
};

/**
 * Measures, prints one table, and writes it to the docs when everything was measured.
 *
 * @param words groups to measure, default all; `--check` fails on a ratio that got worse than its bound in
 *   `bounds.json`, `--record` writes new bounds.
 * @returns the exit code.
 */
export async function bench(words: readonly string[]): Promise<number> {
  const named = words.filter((word) => !word.startsWith('--'));
  const unknown = named.filter((name) => !(name in GROUPS));
  if (unknown.length) {
    console.error(`There is no group ${unknown.join(', ')}. There are ${Object.keys(GROUPS).join(', ')}.`);
    return 2;
  }
  const groups = new Map<string, Figure[]>();
  let version = '';
  for (const name of named.length ? named : Object.keys(GROUPS)) {
    const started = performance.now();
    const browser = await openBrowser();
    version = browser.version();
    try {
      groups.set(name, await GROUPS[name]!(browser));
    } finally {
      await browser.close();
    }
    const took = Math.round((performance.now() - started) / 1000);
    console.error(table(new Map([[name, groups.get(name)!]]), `${name}: ${took} s`));
  }
  const text = table(groups, note(version));
  console.log(text);
  if (!named.length && !writeDocument(text)) console.error(`${DOCUMENT} has no place for the table.`);
  if (words.includes('--record')) record(groups);
  const failures = words.includes('--check') ? worse(groups) : [];
  for (const failure of failures) console.error(failure);
  return failures.length ? 1 : 0;
}

/** What was measured how, and on what. */
function note(browserVersion: string): string {
  const day = new Date().toISOString().slice(0, 10);
  const [processor] = cpus();
  return `Measured on ${day} with Chromium ${browserVersion} and Node ${process.version} on ${cpus().length} cores (${processor!.model.trim()}). Medians of ${ROUNDS} rounds; in each, both sides ran once, in a fresh browser context. A ratio is ours divided by the other, with its middle half in brackets: below 1, ours is better. Times of drawing are processor time of the page's main thread, from the first line of the script to painted cards, unless they say "by the clock"; pages by the clock. As for the machine: ${noise()}.`;
}
