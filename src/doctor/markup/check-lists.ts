import { readAnyList } from '../../catalog/read-any-list.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { isWebAddress } from '../../core/link/shop.ts';
import { isForSale } from '../../core/offer/is-for-sale.ts';
import { ATTRIBUTES } from '../../element/attributes/attributes.ts';
import { parseJson } from '../../catalog/parse-json.ts';
import { caught, found, foundBy, type Checked, type Finding } from '../finding.ts';
import { descendantsOf, isParted, type PageElement } from '../page/page-element.ts';
import { hrefOf, linksIn, upToTag } from '../page/page-links.ts';
import { linkedOffers, writtenList } from '../page/page-offers.ts';
import { resolve, settingOf, tagsOf, type Page } from '../page/page.ts';

/** Whether the lists that stand in the page can be read, and whether there is anything to show at all. */
export const checkLists = (page: Page, now: number): Checked => ({
  findings: tagsOf(page).flatMap((tag) => [
    ...checkSource(tag, now),
    ...checkAddresses(tag, page),
    ...checkWords(tag),
    ...checkPrinted(tag),
  ]),
});

function checkSource(tag: PageElement, now: number): Finding[] {
  const list = writtenList(tag);
  if (list) return caughtAll(() => checkList(parseJson(list.text), tag, now, list.line), list.line);
  const isElsewhere = settingOf(tag, 'src') || settingOf(tag, 'backend');
  const all = descendantsOf(tag);
  if (isElsewhere || all.some(isCard)) return [];
  if (linksIn(tag).length) return missingAmong(linkedOffers(tag), tag, now);
  return all.some(isMeantToSell) || placeOfPrinted(tag)
    ? []
    : [found('offers_missing', whyMissing(tag, all), tag.line)];
}

/** An address that the element does not ask, as it would be seen on its way. */
const checkAddresses = (tag: PageElement, { base, url: page }: Page): Finding[] =>
  ['src', 'backend'].flatMap((name) => {
    const url = resolve(settingOf(tag, name) || undefined, base);
    return url && !isWebAddress(url) && url.origin !== page?.origin
      ? [
          found(
            'source_invalid',
            `\`${name}\` names ${url.protocol}//…, which is no https address.`,
            tag.line,
          ),
        ]
      : [];
  });

function whyMissing(tag: PageElement, all: readonly PageElement[]): string {
  const script = all.find((each) => each.tag === 'script' && LIST.test(each.text));
  if (script?.parent === tag)
    return 'The list stands in a script that does not say `type="application/json"`.';
  if (script) return 'The script with the list does not stand in the tag itself, but deeper in it.';
  const held = all.some(isAnchor) ? 'links, but no purchase link and no list' : 'no link and no list';
  return `The tag holds ${held}, and names neither \`src\` nor \`backend\`.`;
}

/** How JSON of a list begins. */
const LIST = /^\s*[[{]/;

const isAnchor = ({ tag }: PageElement): boolean => tag === 'a';

/** What is wrong with such a link is told where links are checked. */
const isMeantToSell = (element: PageElement): boolean =>
  isAnchor(element) && /purchase/i.test(hrefOf(element));

/** A link that leads elsewhere is a card where it says what is behind it, by itself or by what stands around it. */
const isCard = (element: PageElement): boolean =>
  isAnchor(element) &&
  Boolean(element.attributes['href']) &&
  upToTag(element).some(({ attributes }) => attributes['data-name']);

/** What is wrong with a list that a tag shows. */
export function checkList(document: unknown, tag: PageElement, now: number, line?: number): Finding[] {
  const { offers, dropped } = readAnyList(document);
  return [
    ...dropped.map((error) => foundBy(error, line)),
    // Where an offer was left out, that is the mistake.
    ...(offers.length || !dropped.length ? missingAmong(offers, tag, now, line) : []),
  ];
}

/** Whether something is for sale today, and in the group that is to be shown first. */
function missingAmong(offers: readonly Offer[], tag: PageElement, now: number, line = tag.line): Finding[] {
  // Of a value that was parted nobody knows what it was meant to be.
  if (isParted(tag)) return [];
  const market = { now, label: settingOf(tag, 'label'), country: settingOf(tag, 'country')?.toUpperCase() };
  const sold = offers.filter((offer) => isForSale(offer, market));
  if (!sold.length)
    return [found('offers_empty', `None of the ${offers.length} offers is for sale here today.`, line)];
  const group = ATTRIBUTES.group.read(settingOf(tag, 'group'));
  const groups = new Set(sold.map((offer) => offer.group ?? ''));
  if (!group || groups.has(group)) return [];
  const known = [...groups].filter(Boolean).join(', ');
  const what = known ? `The offers are in the groups ${known}.` : 'No offer says a group.';
  return [found('attribute_invalid', `No offer is in the group ${JSON.stringify(group)}. ${what}`, tag.line)];
}

/** JSON of a list, somewhere in a text. */
const PRINTED = /[[{][^]*["“”„]path["“”]\s*:/;

/**
 * Where a list stands as text that everybody reads, also where the element makes cards of it; an editor may have moved
 * it out of the tag.
 */
function placeOfPrinted(tag: PageElement): string | undefined {
  const hasScript = descendantsOf(tag).some((each) => each.tag === 'script');
  if (!hasScript && PRINTED.test(tag.text)) return 'between the tags';
  return PRINTED.test(tag.behind) ? 'behind the tag' : undefined;
}

function checkPrinted(tag: PageElement): Finding[] {
  const place = placeOfPrinted(tag);
  const message = `The list stands ${place} as text: a filter took its script away. Give links, or \`data-offers\`.`;
  return place ? [found('offers_missing', message, tag.line)] : [];
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
