import { safeLink } from '../../core/link/safe-link.ts';
import type { AbandonedBasket } from '../../limio/operations/basket.ts';
import { kindInTracking, type BasketKind } from '../checkout/basket-kind.ts';
import { externalIdIn, isQuoteId, isRenewalId } from '../checkout/external-id.ts';
import { digest } from '../gate/digest.ts';

/**
 * What has become of a basket: a customer left it, or bought; a quote of ours waits for an answer, or was accepted; a
 * renewal of ours waits for the subscriber, or was made.
 */
export const BASKET_EVENT_TYPES = [
  'basket.abandoned',
  'basket.completed',
  'quote.open',
  'quote.completed',
  'renewal.open',
  'renewal.completed',
] as const;

/** See {@link BASKET_EVENT_TYPES}. */
export type BasketEventType = (typeof BASKET_EVENT_TYPES)[number];

/** A basket as Limio lists it, with the `external_id` it was made with, and an address in place of `recoveryLink`. */
export interface BasketData extends AbandonedBasket {
  /** The id of the basket without `basket-`. See assumption basket-id. */
  externalId?: string;
  /** Opens the checkout where the customer left it. It is signed: whoever holds it may act. */
  link?: string;
}

/** One thing to be told about one basket. */
export interface BasketEvent {
  /** Made of what happened and the basket's id, so that one that comes again is known: `basket_abandoned_basket-…`. */
  id: string;
  type: BasketEventType;
  /** ISO 8601 instant at which the basket was old enough. */
  timestamp: string;
  data: BasketData;
}

/** How baskets are told apart. */
export interface BasketRules {
  /** https origin of the shop, for the links. */
  shop: string;
  /** Milliseconds after which a basket is abandoned. */
  idle: number;
  /** What is remembered of the basket with this id. Default: nothing. */
  kindOf?: ((basketId: string) => Promise<BasketKind | undefined>) | undefined;
  /** Whether a basket with this `external_id` is a quote. Default: one that was made here. */
  isQuote?: ((externalId: string) => boolean) | undefined;
  /** Whether a basket with this `external_id` is a renewal. Default: one that was started here. */
  isRenewal?: ((externalId: string) => boolean) | undefined;
}

/**
 * What is to be told about a basket. The same basket in the same state gives the same event.
 *
 * @example
 * (await basketEvent(basket, { shop: 'https://shop.example.com', idle: 3_600_000 })).type; // 'basket.abandoned'
 */
export async function basketEvent(
  { recoveryLink, ...basket }: AbandonedBasket,
  rules: BasketRules,
): Promise<BasketEvent> {
  const { shop, idle } = rules;
  const { id, created, completed } = basket;
  const externalId = id === undefined ? undefined : externalIdIn(id);
  const kind =
    (id ? await rules.kindOf?.(id) : undefined) ??
    kindInTracking(basket.tracking) ??
    kindById(externalId, rules);
  const type = typeOf(kind, completed);
  // A header holds it, so whatever cannot be an id is replaced; what has none is known by all it holds.
  const name = id && /^[\w-]{1,200}$/.test(id) ? id : digest(id ?? JSON.stringify(basket));
  const madeAt = Date.parse(created ?? '');
  const link = linkOf(recoveryLink, shop);
  return {
    id: `${type.replace('.', '_')}_${name}`,
    type,
    timestamp: new Date(Number.isNaN(madeAt) ? 0 : madeAt + idle).toISOString(),
    data: { ...basket, ...(externalId && { externalId }), ...(link && { link }) },
  };
}

/** A customer leaves a basket; what was made for somebody waits to be opened. */
function typeOf(kind: BasketKind | undefined, isCompleted: boolean | undefined): BasketEventType {
  if (isCompleted) return `${kind ?? 'basket'}.completed`;
  return kind ? `${kind}.open` : 'basket.abandoned';
}

function kindById(
  externalId: string | undefined,
  { isQuote = isQuoteId, isRenewal = isRenewalId }: BasketRules,
): BasketKind | undefined {
  if (externalId === undefined) return undefined;
  return isQuote(externalId) ? 'quote' : isRenewal(externalId) ? 'renewal' : undefined;
}

/** The address of a path on the shop; left out where it is no checkout link, as nobody should follow it. */
function linkOf(path: string | undefined, shop: string): string | undefined {
  if (!path) return undefined;
  try {
    return safeLink(path.startsWith('/') ? shop + path : path, shop);
  } catch {
    return undefined;
  }
}
