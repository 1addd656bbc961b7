import { examineMarkup } from './examine-markup.ts';
import { together, type Report } from './finding.ts';
import type { Ask } from './network/ask.ts';
import { checkFramePages } from './network/check-frame-pages.ts';
import { checkScriptFiles } from './network/check-script-files.ts';
import { checkSources } from './network/check-sources.ts';
import type { Page } from './page/page.ts';

/** What only a browser, or somebody who buys, finds out. */
const ONLY_IN_A_BROWSER = [
  'What other scripts, blockers and consent tools do to the page.',
  'Whether the shop sells each offer today: follow a link.',
];

/**
 * What keeps the offers of a page from selling: what {@link examineMarkup} finds, and whether the files, lists, backends
 * and frames that the page names answer as they should.
 *
 * @param now milliseconds since 1970.
 */
export async function examinePage(page: Page, ask: Ask, now: number): Promise<Report> {
  const [scripts, sources, frames] = await Promise.all([
    checkScriptFiles(page, ask),
    checkSources(page, ask, now),
    checkFramePages(page, ask),
  ]);
  return together([
    examineMarkup(page, now),
    ...scripts,
    ...sources,
    ...frames,
    { unknown: ONLY_IN_A_BROWSER },
  ]);
}
