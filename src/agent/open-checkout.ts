import type { OpenCheckoutInput, OpenCheckoutOutput } from '../contract/agent.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { nearestQuantity } from '../core/offer/nearest-quantity.ts';
import type { Offer } from '../core/offer/offer.ts';
import { quantityWords } from './agent-offer.ts';
import type { AgentShop } from './agent-shop.ts';
import { chosenOffers } from './chosen-offers.ts';
import { linkTo, linkWords, promoWords } from './make-purchase-link.ts';
import { escapeMarkdown } from './say/markdown.ts';
import { shownName } from './shown-name.ts';

/** Failures that are Limio's or ours: the purchase link sells in their place. Others are the agent's to mend. */
const SELLS_BY_LINK = /^(upstream_\w+|internal|network|timeout|link_refused|cancelled)$/;

/**
 * Answers `open_checkout`: a link to a checkout that holds what the buyer told. Where it cannot be made, the
 * purchase link is the answer, in the same shape, so that an agent always has a link to hand out.
 *
 * What the buyer told is never repeated.
 *
 * @throws {LimioError} what the agent can mend: `offer_unavailable`, `page_invalid`, `bad_request`,
 *   `context_invalid`, `rate_limited`
 */
export async function openCheckout(
  { paths, ...order }: OpenCheckoutInput,
  shop: AgentShop,
): Promise<OpenCheckoutOutput> {
  const offers = await chosenOffers(paths, order.country, shop);
  const fallback = linkTo(offers, order, shop);
  const byLink = (why: string, reason: string): OpenCheckoutOutput => ({
    say: `${linkWords(offers, fallback)} ${why} The buyer enters the details${order.quantity ? ' and how many' : ''} there.`,
    url: fallback,
    prefilled: false,
    reason,
  });
  try {
    const answer = await shop.openCheckout!({ ...order, offers });
    if ('most' in answer) return byLink(`It is not filled in. ${answer.most}`, 'over_limit');
    const { promo, ...opened } = answer;
    const more = [...otherQuantities(offers, order.quantity), order.promoCode && promoWords(promo)];
    return {
      say: [linkWords(offers, opened.url), `Open until ${opened.expiresAt}.`, ...more]
        .filter(Boolean)
        .join(' '),
      prefilled: true,
      ...opened,
      ...(order.promoCode && { promo: promo ?? 'unconfirmed' }),
    };
  } catch (error) {
    const reason = reasonOf(error);
    if (!SELLS_BY_LINK.test(reason)) throw error;
    return byLink('It could not be filled in.', reason);
  }
}

/** Says of which offers the basket holds another number than was asked for, before anybody promises that number. */
const otherQuantities = (offers: readonly Offer[], wanted: number | undefined): string[] =>
  offers.flatMap((offer) => {
    const held = nearestQuantity(offer.quantity, wanted ?? 1);
    if (wanted === undefined || held === wanted) return [];
    const name = escapeMarkdown(shownName(offer));
    return [
      `Of ${name} it holds ${held}, not ${wanted}: the quantity is ${quantityWords(offer)}. Tell the buyer.`,
    ];
  });

/** The time a request has ends with an exception of the platform's own. */
function reasonOf(error: unknown): string {
  if (error instanceof LimioError) return error.code;
  return error instanceof DOMException && error.name === 'TimeoutError' ? 'upstream_timeout' : 'internal';
}
