import { readWrittenOffer } from '../../catalog/written-offer.ts';
import { priceProblem } from '../../core/price/price-problem.ts';
import { purchaseLink } from '../../core/link/purchase-link.ts';
import { INVALID_TEXT } from '../../core/invalid-text.ts';
import { ATTRIBUTES } from '../../element/attributes/attributes.ts';
import { caught, found, foundBy, type Checked, type Finding } from '../finding.ts';
import { around, type PageElement } from '../page/page-element.ts';
import { originOf } from '../../core/link/shop.ts';
import { hrefOf, linksAmong, linksIn, saidBy, shopOf, type PageLink } from '../page/page-links.ts';
import { settingOf, tagsOf, type Page } from '../page/page.ts';

/** Whether the purchase links are of the shop, lead there directly, and say prices that can be read. */
export function checkLinks(page: Page): Checked {
  const all = linksAmong(page.elements);
  const shops = new Map<string, number>();
  for (const { link } of all) shops.set(link.shop, (shops.get(link.shop) ?? 0) + 1);
  return {
    seen: [...shops].map(([shop, n]) => `${n} purchase ${n === 1 ? 'link' : 'links'} of ${shop}`),
    findings: [...tagsOf(page).flatMap(checkTag), ...page.elements.flatMap(brokenLinks)],
  };
}

function checkTag(tag: PageElement): Finding[] {
  const links = linksIn(tag);
  const shop = shopOf(tag);
  if (!shop)
    return [found('shop_invalid', 'There is no `shop`, and no purchase link that tells it.', tag.line)];
  const findings = [...checkAddress(tag, shop), ...links.flatMap(checkPrice)];
  const origin = originOf(shop);
  // Where the shop itself is wrong, that is the mistake.
  return origin
    ? [
        ...findings,
        ...links.filter(({ link }) => link.shop !== origin).map((each) => ofAnotherShop(each, origin)),
      ]
    : findings;
}

/** Writes a link as the element would, which says all that is wrong with shop, page and promo code. */
function checkAddress(tag: PageElement, shop: string): Finding[] {
  const findings: Finding[] = [];
  const link = {
    shop,
    page: ATTRIBUTES.page.read(settingOf(tag, 'page')),
    promoCode: ATTRIBUTES.promoCode.read(settingOf(tag, 'promo-code')),
    offers: ['/offers2/any'],
  };
  const thrown = caught(
    () => purchaseLink(link, (warning) => findings.push(foundBy(warning, tag.line))),
    tag.line,
  );
  return [...findings, ...thrown];
}

const ofAnotherShop = ({ element, link }: PageLink, shop: string): Finding =>
  found(
    'shop_mismatch',
    `A link of ${link.shop} stands in a tag for ${shop}. It stays a plain link.`,
    element.line,
  );

function checkPrice(link: PageLink): Finding[] {
  const given = saidBy(link);
  const offer = readWrittenOffer(given);
  const problem = offer && priceProblem(given, offer);
  return problem ? [foundBy(problem, link.element.line)] : [];
}

/** An address that was meant as a purchase link, and is none. */
function brokenLinks(element: PageElement): Finding[] {
  const href = element.tag === 'a' ? hrefOf(element) : '';
  const isOurs = [...around(element)].some(({ tag }) => tag === 'limio-offers');
  if (!isOurs) return [];
  const [own] = linksAmong([element]);
  if (own) return own.link.offers?.some((path) => INVALID_TEXT.test(path)) ? [unfilled(own)] : [];
  const at = URL.canParse(href) ? new URL(href).host : 'it';
  if (/purchase%3D/i.test(href))
    return [
      found(
        'offer_invalid',
        `A purchase link leads through ${at} first, as trackers make it: it is no card.`,
        element.line,
      ),
    ];
  if (!/[?&]purchase=/.test(href)) return [];
  const message = href.startsWith('http:')
    ? `The purchase link to ${at} is written with http, not https.`
    : `An address with "purchase=" cannot be read as a purchase link: ${JSON.stringify(href.split('?')[0]!.slice(0, 60))}.`;
  return [found('offer_invalid', message, element.line)];
}

const unfilled = ({ element }: PageLink): Finding =>
  found('offer_invalid', 'A purchase link names no offer: a template has not filled it in.', element.line);
