import { nearestWord } from '../../core/nearest-word.ts';
import { PLAIN_OFFER, PLAIN_PRICE } from '../../core/offer/plain-offer.ts';
import { attributeOf, type Attribute } from '../../element/attributes/attribute.ts';
import { ATTRIBUTES } from '../../element/attributes/attributes.ts';
import { found, type Checked, type Finding } from '../finding.ts';
import type { PageElement } from '../page/page-element.ts';
import { linksIn, type PageLink } from '../page/page-links.ts';
import { tagsOf, type Page } from '../page/page.ts';

/** Whether attributes and parameters that look like ours are, as what is misspelt says nothing to anybody. */
export const checkNames = (page: Page): Checked => ({
  findings: tagsOf(page).flatMap((tag) => [
    ...misspeltIn(tag),
    ...linksIn(tag).flatMap((each) => [...misspeltOf(each), ...codesOf(each)]),
  ]),
});

const NAMES = Object.entries<Attribute>(ATTRIBUTES).flatMap(([name, row]) => attributeOf(name, row) ?? []);

/** Attributes of a tag that look like one of ours, and are none. */
const misspeltIn = ({ attributes, line }: PageElement): Finding[] =>
  Object.keys(attributes).flatMap((written) => {
    const name = written.replace(/^data-/, '');
    if (NAMES.includes(name) || /[^a-z-]/.test(name) || GLOBAL.test(name)) return [];
    return misspelt(written, nearestWord(name, NAMES), line);
  });

/** What may stand on any element. https://html.spec.whatwg.org/multipage/dom.html#global-attributes */
const GLOBAL =
  /^(id|class|style|title|lang|dir|slot|part|role|hidden|inert|is|key|ref|nonce|name|popover|aria-.*|on.*|v-.*)$/;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a link says in `data-…`. */
const DATA = [...Object.keys(PLAIN_OFFER), ...Object.keys(PLAIN_PRICE)].map(kebab);

/** What a link says in `data-…` that looks like one of ours; pages have many of their own, so a short one is theirs. */
const misspeltOf = ({ element: { attributes, line } }: PageLink): Finding[] =>
  Object.keys(attributes).flatMap((written) => {
    const [, name] = /^data-(.{6,})$/.exec(written) ?? [];
    if (!name || DATA.includes(name)) return [];
    const plain = name.replace(/[-_]/g, '');
    const meant = DATA.find((each) => each.replace('-', '') === plain) ?? nearestWord(name, DATA, 1);
    return misspelt(written, meant && `data-${meant}`, line);
  });

const misspelt = (written: string, meant: string | undefined, line: number | undefined): Finding[] =>
  meant
    ? [found('attribute_invalid', `There is no attribute "${written}". Did you mean "${meant}"?`, line)]
    : [];

/** Parameters by which people mean a promo code. */
const CODE = /^(promo|coupon|voucher|discount)([-_]?code)?$/i;

const codesOf = ({ element, link }: PageLink): Finding[] =>
  Object.keys(link.carry ?? {})
    .filter((name) => CODE.test(name))
    .map((name) =>
      found('promo_invalid', `A link says "${name}=…", which no checkout reads. Write "pc=…".`, element.line),
    );
