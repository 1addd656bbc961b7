import { readAnyList } from '../../../src/catalog/read-any-list.ts';
import { LimioError } from '../../../src/core/errors/limio-error.ts';
import { readPurchaseLink } from '../../../src/core/link/purchase-link.ts';
import type { Offer } from '../../../src/core/offer/offer.ts';
import { parseJson } from '../../../src/catalog/parse-json.ts';
import { cardLinks } from '../../../src/element/light-dom/card-links.ts';
import { readLightDom } from '../../../src/element/light-dom/light-dom.ts';
import { cellsIn } from './cells.ts';
import { readLines } from './read-links.ts';
import { readTable } from './read-table.ts';
import { shopIn } from './shop-in.ts';

/** What somebody pasted, as far as it could be read. */
export interface Pasted {
  offers: readonly Offer[];
  /** The origin of the shop, where links tell it. */
  shop?: string | undefined;
  /** The promo code of the links. */
  promoCode?: string | undefined;
  /** What it was, for people: `a reply of Limio`. */
  kind: string;
  /** What was left out. */
  problems: readonly string[];
}

/**
 * Reads offers from whatever somebody has at hand: JSON of any shape that the element takes, HTML with purchase links or a
 * whole tag, a table of a spreadsheet, or text with purchase links in it, in Markdown or one a line.
 *
 * @returns a sentence where there are none.
 *
 * @example
 * readPasted('Pro: https://shop.example.com/checkout?purchase=%2Foffers2%2FPro');
 * // { offers: [{ path: '/offers2/Pro', name: 'Pro' }], shop: 'https://shop.example.com', kind: 'links', problems: [] }
 */
export function readPasted(text: string): Pasted | string {
  // A chat puts code between fences.
  const given = text.trim().replace(/^```\w*\s*|\s*```$/g, '');
  try {
    const pasted = /^[[{]/.test(given)
      ? ofJson(given)
      : /<(a|limio-offers)\b/i.test(given) && !/<table\b/i.test(given)
        ? ofHtml(given)
        : (ofTable(text) ?? (/<a\b/i.test(given) ? ofHtml(given) : ofText(given)));
    return pasted.offers.length
      ? pasted
      : 'There are no offers in this. Paste JSON, purchase links, or HTML that holds them.';
  } catch (error) {
    if (error instanceof LimioError) return error.message.replace(`${error.code}: `, '');
    throw error;
  }
}

function ofJson(text: string): Pasted {
  const document = parseJson(text);
  const { offers, dropped } = readAnyList(document);
  const isReply = /"(data|items)"\s*:/.test(text);
  return {
    offers,
    kind: isReply ? 'a reply of Limio' : 'a list',
    shop: /purchase=/.test(text) ? shopIn(/https:\/\/[^"\s]+purchase=/.exec(text)?.[0] ?? '') : undefined,
    problems: dropped.map(({ code, message }) => message.replace(`${code}: `, '')),
  };
}

/** Nothing of it is run or loaded: it is read in a document that is not shown. */
function ofHtml(html: string): Pasted {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const tag = body.querySelector('limio-offers');
  const json =
    tag?.querySelector('script[type="application/json"]')?.textContent ?? tag?.getAttribute('data-offers');
  if (json?.trim()) return { ...ofJson(json.trim()), kind: 'HTML', ...linkFacts(linksOf(body)) };
  const links = linksOf(body);
  const { shop = '' } = linkFacts(links);
  // Each link by itself, with what the part of the page says that it stands in.
  const host = document.createElement('div');
  for (const anchor of body.querySelectorAll('a')) {
    const isSelling = links.some((each) => each.anchor === anchor);
    // Addresses that start at a page are none here.
    if (!isSelling && !/^(https|mailto|tel):/i.test(anchor.getAttribute('href') ?? '')) continue;
    const named = anchor.closest<HTMLElement>('[data-name]');
    // What has the name is sold by another link: this one says more about it.
    if (!isSelling && links.some((each) => named?.contains(each.anchor))) continue;
    const copy = anchor.cloneNode(true) as HTMLElement;
    host.append(copy);
    for (const [key, value] of Object.entries(named?.dataset ?? {})) copy.dataset[key] ??= value;
  }
  return {
    ...linkFacts(links),
    offers: readLightDom(host, shop, undefined, cardLinks).offers.map(withoutPage),
    kind: 'HTML',
    problems: [],
  };
}

function ofTable(text: string): Pasted | undefined {
  const cells = cellsIn(text);
  const table = cells && readTable(cells);
  if (!table?.offers.length) return undefined;
  const { offers, links, problems } = table;
  return { offers, problems, ...linkFacts(links), kind: 'a table' };
}

const linksOf = (body: HTMLElement) =>
  [...body.querySelectorAll('a')].flatMap((anchor) => {
    const link = readPurchaseLink(anchor.href);
    return link?.offers ? [{ anchor, link }] : [];
  });

function linkFacts(links: ReadonlyArray<{ link: { shop: string; promoCode?: string | undefined } }>) {
  const [first] = links;
  const code = links.find(({ link }) => link.promoCode);
  return { shop: first?.link.shop, promoCode: code?.link.promoCode };
}

/** A checkout page is what links lead to anyway. */
const withoutPage = ({ page, ...offer }: Offer): Offer =>
  page && page !== '/checkout' ? { ...offer, page } : offer;

function ofText(text: string): Pasted {
  const { offers, links, problems } = readLines(text);
  return {
    offers: offers.map(withoutPage),
    ...linkFacts(links),
    kind: links.length ? 'links' : 'plans',
    problems,
  };
}
