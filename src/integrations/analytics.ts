import { NativeEvent } from '../core/native-event.ts';
import type { Offer } from '../core/offer/offer.ts';

/** Where to send what happened, and when that is allowed. */
export interface AnalyticsOptions {
  /** Gets each event, Google Tag Manager's `dataLayer` by default, made if need be. `null`: DOM events only. */
  dataLayer?: unknown[] | null;
  /** Nothing is pushed before this settles; if it rejects, nothing ever is. What happened meanwhile waits here. */
  consent?: PromiseLike<unknown>;
  /** Name of the list in reports. */
  listName?: string;
  root?: ParentNode & EventTarget;
}

/** One line of a GA4 event. */
export interface AnalyticsItem {
  item_id: string;
  item_name: string;
  index: number;
  quantity: number;
  /** Group of the offer, such as `monthly`. */
  item_variant?: string;
  price?: number;
}

/** What happened, in the shape of GA4's e-commerce events. */
export class LimioAnalyticsEvent extends NativeEvent {
  readonly event: 'view_item_list' | 'select_item' | 'begin_checkout';
  readonly ecommerce: Record<string, unknown> & { items: AnalyticsItem[] };

  constructor(event: LimioAnalyticsEvent['event'], ecommerce: LimioAnalyticsEvent['ecommerce']) {
    super('limio-analytics', { bubbles: true, composed: true });
    this.event = event;
    this.ecommerce = ecommerce;
  }
}

/** The events of `<limio-offers>`, as far as they matter here. */
interface OffersEvent extends Event {
  readonly offers: readonly Offer[];
  readonly offer: Offer;
  readonly selected: boolean;
  /** How many of the offer, and of each of the offers, are wanted. */
  readonly quantity?: number;
  readonly quantities?: readonly number[];
  /** Prevented, but only to open the link in another way. */
  readonly isTakenOver?: boolean;
}

/** Most events that wait for consent. */
const MAX_WAITING = 50;

/**
 * Reports what customers see and choose, as GA4's `view_item_list`, `select_item` and `begin_checkout`: to the
 * data layer of a tag manager, and as `limio-analytics` events of the element. Nothing is reported unless this
 * is called.
 *
 * Only paths, names, groups and prices of offers are in it: no personal detail, no promo code, no link. Nothing
 * is stored. Call it before the element's script runs, or a list that is drawn already is not reported.
 *
 * @returns a function that ends it.
 * @see https://developers.google.com/analytics/devguides/collection/ga4/ecommerce
 *
 * @example
 * connectAnalytics({ consent: new Promise((resolve) => consentTool.on('statistics', resolve)) });
 */
export function connectAnalytics({
  dataLayer,
  consent,
  listName = 'offers',
  root = document,
}: AnalyticsOptions = {}): () => void {
  const push = pusher(dataLayer, consent);
  const end = new AbortController();
  const { signal } = end;
  const seen = new WeakMap<EventTarget, string>();
  const tell = (
    el: EventTarget,
    name: LimioAnalyticsEvent['event'],
    offers: readonly Offer[],
    quantities?: readonly (number | undefined)[],
  ) => {
    const list = name !== 'begin_checkout' && { item_list_name: listName };
    const ecommerce = { ...list, ...sums(offers, quantities) };
    el.dispatchEvent(new LimioAnalyticsEvent(name, ecommerce));
    push({ event: name, ecommerce });
  };
  const on = (type: string, hear: (event: OffersEvent, el: EventTarget) => void) =>
    root.addEventListener(type, (event) => hear(event as OffersEvent, event.composedPath()[0]!), { signal });

  on('limio-ready', ({ offers }, el) => {
    const list = offers.map(({ path }) => path).join('\n');
    // An element announces its list again after each update, but the customer has seen it only once.
    if (seen.get(el) !== list) tell(el, 'view_item_list', offers);
    seen.set(el, list);
  });
  on(
    'limio-select',
    ({ offer, selected, quantity }, el) => selected && tell(el, 'select_item', [offer], [quantity]),
  );
  // A later listener may still prevent it, so that is read once all listeners have run.
  on('limio-checkout', (event, el) =>
    queueMicrotask(() => {
      if (!event.defaultPrevented || event.isTakenOver)
        tell(el, 'begin_checkout', event.offers, event.quantities);
    }),
  );
  return () => end.abort();
}

function pusher(dataLayer: unknown[] | null | undefined, consent: PromiseLike<unknown> | undefined) {
  const page = globalThis as { dataLayer?: unknown[] };
  const send = (entry: object) => {
    if (dataLayer === null) return;
    // Google's guide asks to clear what the event before this one left behind.
    (dataLayer ?? (page.dataLayer ??= [])).push({ ecommerce: null }, entry);
  };
  if (!consent) return send;
  let waiting: object[] = [];
  let deliver = (entry: object): void => {
    if (waiting.length < MAX_WAITING) waiting.push(entry);
  };
  consent.then(
    () => {
      waiting.forEach(send);
      deliver = send;
    },
    () => {
      waiting = [];
      deliver = () => {};
    },
  );
  return (entry: object) => deliver(entry);
}

/** Items, and what they cost together where all are in one currency. */
function sums(
  offers: readonly Offer[],
  quantities: readonly (number | undefined)[] = [],
): LimioAnalyticsEvent['ecommerce'] {
  const items = offers.map(({ path, name, group, price, quantity }, index): AnalyticsItem => {
    const count = quantities[index] ?? quantity?.initial ?? 1;
    const item = { item_id: path, item_name: name, index, quantity: count };
    return { ...item, ...(group && { item_variant: group }), ...(price && { price: Number(price.amount) }) };
  });
  const currencies = new Set(offers.map(({ price }) => price?.currency));
  const [currency] = currencies;
  if (currencies.size !== 1 || !currency) return { items };
  const value = items.reduce((sum, { price = 0, quantity }) => sum + price * quantity, 0);
  return { currency, value: Math.round(value * 1e6) / 1e6, items };
}

declare global {
  // It bubbles: every target that has such a map.
  interface GlobalEventHandlersEventMap {
    'limio-analytics': LimioAnalyticsEvent;
  }
}
