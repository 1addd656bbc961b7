import type { CatalogRequest } from '../../controllers/load-catalog.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { mayBeDamaged } from '../../core/offer/may-be-damaged.ts';
import { isPlainPrice } from '../../core/price/given-price.ts';
import { readPlainOffer } from '../../core/offer/plain-offer.ts';
import type { OfferSource } from '../events/events.ts';
import type { LightDom } from '../light-dom/light-dom.ts';
import type { Settings } from '../settings.ts';

/** Where the offers come from: a list that can be drawn at once, something to be loaded, or the page's links. */
export type ChosenSource =
  | { source: OfferSource; offers: readonly Offer[] }
  | { source: OfferSource; request: CatalogRequest }
  | { source: 'children' };

/** Takes the first source that is there. The same list is not read twice. */
export class SourceReader {
  #from: unknown;
  #plain: readonly Offer[] | undefined;

  read({ offers, src, backend, label, country, locale }: Settings, { json }: LightDom): ChosenSource {
    const from = offers || json?.trim();
    if (from) {
      const source = offers ? 'property' : 'json';
      if (this.#from !== from) this.#plain = readPlainList((this.#from = from));
      return this.#plain
        ? { source, offers: this.#plain }
        : { source, request: { kind: 'inline', from, locale } };
    }
    if (src) return { source: 'src', request: { kind: 'address', from: src, locale } };
    if (backend) {
      // What would not be shown does not travel.
      const from = `${backend}/offers${label + country && '?' + new URLSearchParams({ country, label })}`;
      return { source: 'backend', request: { kind: 'backend', from, locale } };
    }
    return { source: 'children' };
  }
}

/**
 * Reads a list in our own shape in which everything is as it should be, and nothing but text, lists of text and plain
 * prices, so that it is drawn at once.
 *
 * Any other is left to the loaded part, which mends, translates and says what is wrong.
 */
function readPlainList(from: unknown): readonly Offer[] | undefined {
  try {
    const list: unknown = typeof from === 'string' ? JSON.parse(from) : from;
    if (!Array.isArray(list) || mayBeDamaged(list)) return undefined;
    const offers = list.map(readPlainOffer).filter((offer) => offer !== undefined);
    // Other paths may be pages or add-ons.
    const paths = offers.map(({ path }) => path).filter((path) => path.startsWith('/offers'));
    const isPlain =
      offers.length &&
      new Set(paths).size === list.length &&
      offers.every((offer, n) => isPlainPrice(list[n], offer) && isReadWhole(list[n], offer));
    return isPlain ? offers : undefined;
  } catch {
    return undefined;
  }
}

/** Whether all that was given was read: each field, and of a list or a price no less. */
const isReadWhole = (given: object, read: object): boolean =>
  Object.entries(given).every(([key, value]) => {
    const kept = (read as Record<string, unknown>)[key];
    return !value || (kept !== undefined && extentOf(kept) === extentOf(value));
  });

const extentOf = (value: unknown): number =>
  (value as { length?: number }).length ?? Object.keys(value as object).length;
