import { fieldsOf } from '../../core/read-fields.ts';
import { kindInTracking, type BasketKind } from '../checkout/basket-kind.ts';
import { basketIdOf, externalIdIn } from '../checkout/external-id.ts';
import { HttpError } from '../http-error.ts';

/** What happened at Limio, as a webhook of Limio tells it. */
export interface LimioEvent {
  /** `order_submitted`, `checkout_initiated`, `subscription_created` and so on. */
  name: string;
  /** The basket it is about, where it is about one. */
  basketId?: string;
  /** The id the basket was made with. */
  externalId?: string;
  /** What the basket was made as, where what is tracked of its order says so. */
  kind?: BasketKind;
  /** The object as Limio sent it. It holds personal details. */
  object: Readonly<Record<string, unknown>>;
}

/** Where the order may lie in what is sent. See assumption limio-webhook. */
const PLACES = [['order'], ['data'], ['data', 'order'], []] as const;

/**
 * Reads a webhook of Limio. Its name is that of the address, as the object need not tell it; or else that in the object.
 *
 * @throws {HttpError} `bad_request` naming `event`, where neither names it
 */
export function readLimioEvent(object: Record<string, unknown>, named: string | undefined): LimioEvent {
  const { event, eventType, type } = object;
  const name = [named, event, eventType, type].map(wordsOf).find(Boolean);
  if (!name)
    throw new HttpError(
      'bad_request',
      'Nothing names the event. Add it to the address: ?event=order-submitted.',
      {
        fields: ['event'],
      },
    );
  const orders = PLACES.map((place) => place.reduce((at: unknown, key) => fieldsOf(at)[key], object));
  const basketId = firstText(orders, ['checkoutId', 'basketId', 'id'], /^basket-[\w-]{1,128}$/);
  const externalId =
    (basketId && externalIdIn(basketId)) ??
    firstText(orders, ['external_id', 'externalId'], /^[\w-]{1,128}$/);
  const kind = orders.map((order) => kindInTracking(fieldsOf(order)['tracking'])).find(Boolean);
  return {
    name,
    ...(externalId && { externalId, basketId: basketId ?? basketIdOf(externalId) }),
    ...(kind && { kind }),
    object,
  };
}

/** `Order Submitted`, `order-submitted` and `OrderSubmitted` are one. */
const wordsOf = (text: unknown): string =>
  typeof text === 'string'
    ? text
        .slice(0, 60)
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/[^a-z\d]+/g, '_')
        .replace(/^_+|_+$/g, '')
    : '';

function firstText(orders: readonly unknown[], names: readonly string[], form: RegExp): string | undefined {
  const values = orders.flatMap((order) => names.map((name) => fieldsOf(order)[name]));
  return values.find((value): value is string => typeof value === 'string' && form.test(value));
}
