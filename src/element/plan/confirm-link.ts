import { isWebAddress, shopOrigin } from '../../core/link/shop.ts';

/** A parameter of the shop that has to travel along: whose account it is. See docs.limio.com (update subscription). */
const OWNER = 'ownerId';

/**
 * The page of the shop on which a change is confirmed, if it is one: the backend's word alone is not enough.
 *
 * @param url what the backend answered.
 * @param shop origin of the shop, from the page.
 * @param query of the page's address; the `ownerId` in it is carried.
 */
export function confirmLink(url: unknown, shop: string, query: string): string | undefined {
  try {
    const link = new URL(String(url));
    const { origin, username, password, searchParams, hash } = link;
    const isOurs = isWebAddress(link) && origin === shopOrigin(shop) && link.href === url;
    if (!isOurs || username || password || hash || !searchParams.get('basket')) return undefined;
    const owner = new URLSearchParams(query).get(OWNER) ?? '';
    return /^[\w.-]{1,100}$/.test(owner) ? `${link.href}&${OWNER}=${owner}` : link.href;
  } catch {
    return undefined;
  }
}

/** The origin of the first link between the tags, for pages that name no shop. */
export const shopOfChild = (host: Element): string => {
  const link = host.querySelector<HTMLAnchorElement>('a[href]');
  return link && isWebAddress(link as unknown as URL) ? link.origin : '';
};
