import { planOffer } from '../../contract/plan-change.ts';
import { readRawItem } from '../../catalog/raw-item.ts';
import { rawOffer } from '../../catalog/raw-offer.ts';
import { pagePath } from '../../core/link/shop.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { readOffer, readPrice } from '../../core/offer/read-offer.ts';
import type { SubscriptionCheckout } from '../../limio/operations/subscription.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import type { RequestContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import type { KnownOffer } from './landing.ts';

type ReplyOffer = NonNullable<
  NonNullable<NonNullable<SubscriptionCheckout['nextActions']>['upgrades']>[number]
>;

/** How long names from the catalogue are waited for, in milliseconds: the change itself does without them. */
const NAMES_MS = 800;

/** Names and prices for the ids that Limio replies with. */
export interface KnownOffers {
  /** An offer of the published catalogue. */
  byId(id: string): KnownOffer | undefined;
  byPath(path: string): KnownOffer | undefined;
  /** Offers of a reply; what has no id cannot be chosen and is left out. */
  ofReply(offers: readonly ReplyOffer[] | undefined): KnownOffer[];
}

/**
 * Reads the published catalogue, to name what a reply names by its id alone. A change goes on without it, as Limio's
 * own list of what may be chosen names each offer.
 */
export async function knownOffers(
  context: RequestContext,
  { offers, addOns }: Services,
): Promise<KnownOffers> {
  const read = (cache: typeof offers) =>
    withTimeout(context.deadline.signal, NAMES_MS, () => cache.get(context)).then(
      (snapshot) => snapshot.offers,
      () => [],
    );
  const all = (await Promise.all([read(offers), read(addOns)])).flat();
  const byId = (id: string) => known(all.find((offer) => offer.id === id));
  return {
    byId,
    byPath: (path) => known(all.find((offer) => offer.path === path)),
    ofReply: (given = []) =>
      given.flatMap((offer) => (offer.id ? [ofReply(offer, offer.id, byId(offer.id))] : [])),
  };
}

const known = (offer: Offer | undefined): KnownOffer | undefined =>
  offer?.id ? (planOffer.parse(offer) as KnownOffer) : undefined;

/** What Limio says of an offer for this very subscription wins over the catalogue. */
function ofReply(
  { name, description, price, attributes }: ReplyOffer,
  id: string,
  published: KnownOffer | undefined,
): KnownOffer {
  const item = readRawItem({
    path: `/${id}`,
    id,
    name,
    data: { attributes: { display_name__limio: name, description__limio: description, ...attributes } },
  });
  const read = (item && readOffer(rawOffer(item))) ?? { name: name ?? id };
  const { path: _, ...offer } = planOffer.parse({ ...published, ...read, id });
  const charged = readPrice({ ...offer.price, ...price }) as KnownOffer['price'];
  const isOther = charged !== undefined && Number(charged.amount) !== Number(offer.price?.amount);
  const { displayPrice, ...rest } = offer;
  const page = updatePage(attributes);
  return {
    ...rest,
    ...(name && { name }),
    ...(charged && { price: charged }),
    // The merchant's own line says the published price.
    ...(displayPrice && !isOther && { displayPrice }),
    ...(published?.path && { path: published.path }),
    ...(page && { page }),
  };
}

/** The page on which a change to an offer is confirmed. See assumption plan-link. */
function updatePage(attributes: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const page = attributes?.['update_configuration__limio'];
  try {
    return typeof page === 'string' ? pagePath(page) : undefined;
  } catch {
    return undefined;
  }
}
