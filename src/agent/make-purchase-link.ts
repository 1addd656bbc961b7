import type { MakePurchaseLinkInput, MakePurchaseLinkOutput } from '../contract/agent.ts';
import type { Offer } from '../core/offer/offer.ts';
import { purchaseLink } from '../core/link/purchase-link.ts';
import type { AgentShop } from './agent-shop.ts';
import { checkoutPage } from './checkout-page.ts';
import { chosenOffers } from './chosen-offers.ts';
import { escapeMarkdown, markdownLink } from './say/markdown.ts';
import { shownName } from './shown-name.ts';

/**
 * Answers `make_purchase_link`: a link to offers that are on sale, and to no others.
 *
 * @throws {LimioError} `offer_unavailable`, `page_invalid`, `link_too_long`
 */
export async function makePurchaseLink(
  { paths, promoCode, page }: MakePurchaseLinkInput,
  shop: AgentShop,
): Promise<MakePurchaseLinkOutput> {
  const offers = await chosenOffers(paths, undefined, shop);
  const url = linkTo(offers, { page, promoCode }, shop);
  const promo = promoCode && ` ${promoWords(undefined)}`;
  return {
    say: `${linkWords(offers, url)} Nothing is bought before the buyer pays there.${promo ?? ''}`,
    url,
  };
}

/** The purchase link of offers, which is also what is handed out where a checkout cannot be opened. */
export const linkTo = (
  offers: readonly Offer[],
  { page, promoCode }: Pick<MakePurchaseLinkInput, 'page' | 'promoCode'>,
  shop: AgentShop,
): string =>
  purchaseLink({
    shop: shop.shop,
    page: checkoutPage(page, offers, shop),
    offers: offers.map(({ path }) => path),
    promoCode,
  });

/** "[Checkout](<…>): Pro, Team." */
export const linkWords = (offers: readonly Offer[], url: string): string =>
  `${markdownLink('Checkout', url)}: ${offers.map((offer) => escapeMarkdown(shownName(offer))).join(', ')}.`;

/** What is known of a promo code. A discount is only spoken of when Limio has confirmed it. */
export function promoWords(promo: 'applied' | 'refused' | 'unconfirmed' | undefined): string {
  if (promo === 'applied') return 'The promo code is applied.';
  if (promo === 'refused') return 'The promo code was not accepted.';
  return 'The promo code is checked at checkout; promise no discount.';
}
