import { readAnyList } from '../../catalog/read-any-list.ts';
import { isoCountry } from '../../core/iso-country.ts';
import { isForSale } from '../../core/offer/is-for-sale.ts';
import { parseJson } from '../../catalog/parse-json.ts';
import { caught, found, foundBy, type Checked, type Finding } from '../finding.ts';
import { descendantsOf, type PageElement } from '../page/page-element.ts';
import { hrefOf, linksIn } from '../page/page-links.ts';
import { settingOf, tagsOf, type Page } from '../page/page.ts';

/** Whether the lists that stand in the page can be read, and whether there is anything to show at all. */
export const checkLists = (page: Page, now: number): Checked => ({
  findings: tagsOf(page).flatMap((tag) => [...checkSource(tag, now), ...checkWords(tag)]),
});

function checkSource(tag: PageElement, now: number): Finding[] {
  const json = tag.children.find(
    ({ tag: name, attributes }) => name === 'script' && /\/json/i.test(attributes['type'] ?? ''),
  );
  const written = settingOf(tag, 'offers') || json?.text.trim();
  if (written)
    return caughtAll(
      () => checkList(parseJson(written), tag, now, json?.line ?? tag.line),
      json?.line ?? tag.line,
    );
  const isElsewhere = settingOf(tag, 'src') || settingOf(tag, 'backend');
  if (isElsewhere || linksIn(tag).length || descendantsOf(tag).some(isMeantToSell)) return [];
  const held = descendantsOf(tag).some(isAnchor)
    ? 'links, but no purchase link and no list'
    : 'no link and no list';
  const message = /^\s*[[{]/.test(tag.text)
    ? 'The list stands between the tags as text: a filter took its script away. Give links, or `data-offers`.'
    : `The tag holds ${held}, and names neither \`src\` nor \`backend\`.`;
  return [found('offers_missing', message, tag.line)];
}

const isAnchor = ({ tag }: PageElement): boolean => tag === 'a';

/** What is wrong with such a link is told where links are checked. */
const isMeantToSell = (element: PageElement): boolean =>
  isAnchor(element) && /purchase/i.test(hrefOf(element));

/** What is wrong with a list that a tag shows. */
export function checkList(document: unknown, tag: PageElement, now: number, line?: number): Finding[] {
  const { offers, dropped } = readAnyList(document);
  const market = { now, label: settingOf(tag, 'label'), country: isoCountry(settingOf(tag, 'country')) };
  // Where an offer was left out, that is the mistake.
  const isEmpty = (offers.length || !dropped.length) && !offers.some((offer) => isForSale(offer, market));
  const message = `None of the ${offers.length} offers of the list is for sale here today.`;
  return [
    ...dropped.map((error) => foundBy(error, line)),
    ...(isEmpty ? [found('offers_empty', message, line)] : []),
  ];
}

function checkWords(tag: PageElement): Finding[] {
  const words = settingOf(tag, 'words');
  return words ? caught(() => void parseJson(words), tag.line) : [];
}

function caughtAll(check: () => Finding[], line: number | undefined): Finding[] {
  let findings: Finding[] = [];
  const thrown = caught(() => void (findings = check()), line);
  return [...findings, ...thrown];
}
