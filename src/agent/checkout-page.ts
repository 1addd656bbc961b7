import { LimioError } from '../core/errors/limio-error.ts';
import type { Offer } from '../core/offer/offer.ts';
import type { AgentShop } from './agent-shop.ts';
import { codeSpan } from './say/markdown.ts';

/**
 * The page to land on: one an agent asked for, if it is on the shop's list, or the one the offers are meant for.
 *
 * @throws {LimioError} `page_invalid`, naming the pages there are
 */
export function checkoutPage(
  wanted: string | undefined,
  offers: readonly Offer[],
  { page, pages = [] }: AgentShop,
): string | undefined {
  if (wanted === undefined) {
    const [own, ...others] = new Set(offers.map((offer) => offer.page));
    return others.length ? page : (own ?? page);
  }
  if (pages.includes(wanted)) return wanted;
  const known = pages.slice(0, 5).map(codeSpan).join(', ');
  throw new LimioError(
    'page_invalid',
    `That page cannot be chosen. ${known ? `Pages: ${known}.` : 'Leave `page` out.'}`,
  );
}
