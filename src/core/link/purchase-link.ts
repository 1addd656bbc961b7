import { invalidValue, type LimioError, type LimioErrorCode } from '../errors/limio-error.ts';
import { PROMO_CODE } from '../offer/promo-code.ts';
import { isShopAddress, pagePath, shopOrigin } from './shop.ts';
import { INVALID_TEXT } from '../invalid-text.ts';

/** Where the customer goes and what waits in the basket. Give `offers` or `label`; the label wins. */
export interface PurchaseLink {
  /** https origin of the shop, or its bare host: `https://shop.example.com`. */
  shop: string;
  /** Path of a checkout or cart page of the shop. Default `/checkout`. */
  page?: string | undefined;
  /** Offer paths as the Limio catalogue shows them, at least one, in the order of the basket. */
  offers?: readonly string[] | undefined;
  /** Sells every offer that carries this label. */
  label?: string | undefined;
  /** Promo code, letters and digits. Sent in capitals, the way Limio stores it. */
  promoCode?: string | undefined;
  /** Further parameters, such as `utm_source`, by name. */
  carry?: Readonly<Record<string, string>> | undefined;
}

/** Most characters of a link: every browser, mail program and chat passes so many on whole. */
export const MAX_LINK = 2000;

/**
 * Writes a purchase link: a public address that opens a Limio checkout with the offers in the basket.
 *
 * Pure: no network, no clock, no globals. The same input gives the same string, so it can be printed at
 * build time or put in a mail. What is optional can never cost the sale: a promo code or a carried
 * parameter that cannot be sent, or a page that a template left empty, is left out and reported to `warn`.
 *
 * @throws {LimioError} `shop_invalid`, `page_invalid`, `offer_invalid`, `label_invalid` or `link_too_long`
 * @see https://docs.limio.com/product/checkout/how-to-configure-purchase-links
 *
 * @example
 * purchaseLink({ shop: 'https://shop.example.com', offers: ['/offers2/Pro Plan'], promoCode: 'save20' });
 * // 'https://shop.example.com/checkout?purchase=%2Foffers2%2FPro%20Plan&pc=SAVE20'
 */
export function purchaseLink(link: PurchaseLink, warn: (warning: LimioError) => void = () => {}): string {
  const { shop, page, offers = [], label, promoCode = '', carry = {} } = link;
  const query = label
    ? [`purchase=true&label=${encode('label_invalid', label)}`]
    : (offers.length ? offers : ['']).map((path) => `purchase=${encodePath(path)}`);

  const code = promoCode.trim();
  if (PROMO_CODE.test(code) && !INVALID_TEXT.test(code)) query.push(`pc=${code.toUpperCase()}`);
  else if (code) warn(invalidValue('promo_invalid', '…', 'letters and digits'));

  let landing = '/checkout';
  if (page)
    try {
      landing = pagePath(page);
    } catch (error) {
      if (!INVALID_TEXT.test(page)) throw error;
      warn(error as LimioError);
    }
  let href = `${shopOrigin(shop)}${landing}?${query.join('&')}`;
  if (href.length > MAX_LINK) throw invalidValue('link_too_long', href.length, 'fewer offers');

  for (const [name, value] of Object.entries(carry))
    try {
      const pair = `&${encodeName(name)}=${encode('carry_invalid', value, name)}`;
      if (/^(purchase|label|pc|)$/.test(name) || href.length + pair.length > MAX_LINK)
        throw invalidValue('carry_invalid', name, 'another name or less text');
      href += pair;
    } catch (warning) {
      warn(warning as LimioError);
    }
  return href;
}

/**
 * Lone surrogates cannot be encoded, and control characters have no place in a path or a parameter.
 *
 * @param told what a warning repeats: of a carried value, which may be personal, its name.
 */
function encode(code: LimioErrorCode, text: string, told = text): string {
  if (INVALID_TEXT.test(text)) throw invalidValue(code, told, 'plain text');
  // Chats take these for markup, or for the end of a link that stands in a sentence; a parser reads the same.
  // From ' to * there are ( and ), too.
  return encodeURIComponent(text).replace(
    /\.\B|[!'-*_~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Scripts that look for `utm_source` by its letters must find it. */
const encodeName = (name: string): string => encode('carry_invalid', name).replaceAll('%5F', '_');

function encodePath(path: string): string {
  if (!/^\/./.test(path)) throw invalidValue('offer_invalid', path, 'a path: /offers2/Pro');
  return encode('offer_invalid', path);
}

/**
 * Reads a purchase link back, whichever way its slashes are written.
 *
 * @returns what {@link purchaseLink} would be given, or `undefined` when it is not a purchase link.
 *
 * @example
 * readPurchaseLink('https://shop.example.com/cart?purchase=/offers2/Pro&pc=SAVE20');
 * // { shop: 'https://shop.example.com', page: '/cart', offers: ['/offers2/Pro'], promoCode: 'SAVE20' }
 */
export function readPurchaseLink(href: string): PurchaseLink | undefined {
  try {
    const url = new URL(href);
    const query = new URLSearchParams(url.search.replace(/purchase=[^&]+/g, keepPlus));
    const offers = query.getAll('purchase');
    const { purchase, label, pc, ...carry } = Object.fromEntries(query);
    const isLabel = purchase === 'true' && label;
    if (!purchase || !isShopAddress(url) || !(isLabel || offers.every((path) => path[0] === '/')))
      return undefined;
    return {
      shop: url.origin,
      page: decodeURI(url.pathname),
      ...(isLabel ? { label } : { offers }),
      ...(pc && { promoCode: pc }),
      ...(Object.keys(carry)[0] && { carry }),
    };
  } catch {
    return undefined;
  }
}

/** Where spaces are written as such, or a plus begins a name, ends it or follows another, a plus is no space: `/offers2/Propelus Pro+`. */
const keepPlus = (pair: string): string => (/%20|[/+]\+|\+$/.test(pair) ? pair.replaceAll('+', '%2B') : pair);
