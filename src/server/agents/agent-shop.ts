import type { AgentShop, OfferAttributes } from '../../agent/agent-shop.ts';
import type { RequestContext } from '../request-context.ts';
import { passes } from '../offers/attribute-filters.ts';
import type { Services } from '../services.ts';
import { checkoutState } from './checkout-state.ts';
import { openForAgent } from './open-for-agent.ts';

/**
 * The shop as one request of an agent meets it.
 *
 * @param mayOpen whether the caller has shown a key; without one it lists offers and makes purchase links.
 */
export function agentShop(
  request: Request,
  mayOpen: boolean,
  context: RequestContext,
  services: Services,
): AgentShop {
  const { shop, rules, agents, filters, now } = services.settings;
  return {
    shop,
    page: rules.page,
    pages: agents?.pages,
    now,
    readOffers: () => services.offers.get(context),
    attributes: filters.length ? attributesOf(filters) : undefined,
    ...(mayOpen && {
      openCheckout: (order) => openForAgent(order, request, context, services),
      checkCheckout: (id) => checkoutState(id, context, services),
    }),
  };
}

/** Attributes by which pages may filter are those by which agents may choose. */
const attributesOf = (names: readonly string[]): OfferAttributes => ({
  names,
  choose: async (wanted) =>
    wanted.every(([name]) => names.includes(name)) ? (offer) => passes(offer, wanted) : undefined,
});
