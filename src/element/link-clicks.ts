import { isModifiedClick } from '../core/navigate.ts';
import type { Offer } from '../core/offer/offer.ts';
import { quantityOf } from '../core/offer/quantity-of.ts';
import type { Actions } from './actions.ts';
import type { AssistedCheckout } from './assisted-checkout/assisted-checkout.ts';
import type { Properties } from './attributes/attributes.ts';
import { LimioCheckoutEvent, LimioSelectEvent } from './events/events.ts';
import type { LazyParts } from './lazy-parts.ts';
import { readSettings, type Settings } from './settings.ts';

/** Clicks on what is drawn: the page is told of them first, then a backend may take over, else the browser follows the link. */
export class LinkClicks implements Actions {
  readonly #host: Element & Properties;
  readonly #parts: LazyParts;

  constructor(host: Element & Properties, parts: LazyParts) {
    this.#host = host;
    this.#parts = parts;
  }

  readonly onCardLink: Actions['onCardLink'] = ({ offer, href = '' }, event) => {
    const { quantities } = this.#parts.loaded.assistedCheckout ?? {};
    this.#host.dispatchEvent(new LimioSelectEvent(offer, true, quantityOf(offer, quantities)));
    // What leads elsewhere is no checkout of the shop.
    if (!offer.href) this.onFollow([offer], href, event);
  };

  readonly onFollow: Actions['onFollow'] = (offers, link, event) => {
    if (!isModifiedClick(event) && !this.mayFollow(offers, link)) event.preventDefault();
  };

  /** Whether the link is to be followed: no listener prevents it, and no backend takes over. */
  mayFollow(offers: readonly Offer[], link: string): boolean {
    const settings = readSettings(this.#host);
    const assistedCheckout = this.assistedCheckout(settings);
    return (
      this.#host.dispatchEvent(new LimioCheckoutEvent(offers, link, assistedCheckout?.quantities)) &&
      !assistedCheckout?.tryStart({ offers, link, settings })
    );
  }

  /** What hands clicks to a backend, where that is asked for. */
  assistedCheckout(settings: Settings | undefined): AssistedCheckout | undefined {
    return (settings?.isAssisted && this.#parts.loaded.assistedCheckout) || undefined;
  }
}
