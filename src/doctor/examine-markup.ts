import { together, type Report } from './finding.ts';
import { checkAssisted } from './markup/check-assisted.ts';
import { checkFrames } from './markup/check-frames.ts';
import { checkLinks } from './markup/check-links.ts';
import { checkLists } from './markup/check-lists.ts';
import { checkNames } from './markup/check-names.ts';
import { checkScriptTags } from './markup/check-script-tags.ts';
import { checkTags } from './markup/check-tags.ts';
import type { Page } from './page/page.ts';
import { checkPolicies } from './policy/check-policies.ts';

/**
 * What keeps the offers of a page from selling, as far as its HTML and its headers tell. Asks for nothing.
 *
 * @param now milliseconds since 1970, for offers that are sold for a time.
 *
 * @example
 * examineMarkup(readPage('<limio-offers shop="acme"></limio-offers>'), Date.now()).findings[0].code; // 'shop_invalid'
 */
export const examineMarkup = (page: Page, now: number): Report =>
  together([
    checkTags(page),
    checkNames(page),
    checkLinks(page),
    checkLists(page, now),
    checkScriptTags(page),
    checkAssisted(page),
    checkFrames(page),
    checkPolicies(page),
  ]);
