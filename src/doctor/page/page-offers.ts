import { parseJson } from '../../catalog/parse-json.ts';
import { readAnyList } from '../../catalog/read-any-list.ts';
import { readWrittenOffer } from '../../catalog/written-offer.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import type { Offer } from '../../core/offer/offer.ts';
import type { PageElement } from './page-element.ts';
import { linksIn, saidBy } from './page-links.ts';
import { settingOf } from './page.ts';

/** A list as it stands in the page. */
export interface WrittenList {
  text: string;
  line: number | undefined;
}

/** The list that a tag holds as JSON; nothing where it takes its offers from elsewhere. */
export function writtenList(tag: PageElement): WrittenList | undefined {
  const json = tag.children.find(
    ({ tag: name, attributes }) => name === 'script' && /\/json/i.test(attributes['type'] ?? ''),
  );
  const text = settingOf(tag, 'offers') || json?.text.trim();
  return text ? { text, line: json?.line ?? tag.line } : undefined;
}

/** The offers of the links in a tag. */
export const linkedOffers = (tag: PageElement): Offer[] =>
  linksIn(tag).flatMap((link) => readWrittenOffer(saidBy(link)) ?? []);

/** All offers that a tag holds, as far as they can be read. */
export function offersIn(tag: PageElement): readonly Offer[] {
  const list = writtenList(tag);
  if (!list) return linkedOffers(tag);
  try {
    return readAnyList(parseJson(list.text)).offers;
  } catch (error) {
    if (error instanceof LimioError) return [];
    throw error;
  }
}
