import { linkNameFaults, tagNameFaults } from '../../element/attributes/name-faults.ts';
import { found, foundBy, type Checked, type Finding } from '../finding.ts';
import type { PageElement } from '../page/page-element.ts';
import { linksIn, upToTag, type PageLink } from '../page/page-links.ts';
import { tagsOf, type Page } from '../page/page.ts';

/** Whether attributes and parameters that look like ours are, as what is misspelt says nothing to anybody. */
export const checkNames = (page: Page): Checked => ({
  findings: tagsOf(page).flatMap((tag) => [
    ...tagNameFaults(namesOf(tag)).map((error) => foundBy(error, tag.line)),
    ...linksIn(tag).flatMap((each) => [...misspeltOf(each), ...codesOf(each)]),
  ]),
});

const namesOf = ({ attributes }: PageElement): string[] => Object.keys(attributes);

/** A link, and the child of the tag it stands in, which says it as well. */
function misspeltOf({ element }: PageLink): Finding[] {
  const child = upToTag(element.parent ?? element).at(-1);
  const names = [
    ...namesOf(element),
    ...(child ? namesOf(child).filter((name) => name.startsWith('data-')) : []),
  ];
  return linkNameFaults(names).map((error) => foundBy(error, element.line));
}

/** Parameters by which people mean a promo code. */
const CODE = /^(promo|coupon|voucher|discount)([-_]?code)?$/i;

const codesOf = ({ element, link }: PageLink): Finding[] =>
  Object.keys(link.carry ?? {})
    .filter((name) => CODE.test(name))
    .map((name) =>
      found('promo_invalid', `A link says "${name}=…", which no checkout reads. Write "pc=…".`, element.line),
    );
