import type { Offer } from '../core/offer/offer.ts';
import { onChosen } from './chosen.ts';

/** What HubSpot is told about a chosen offer. */
export interface HubspotTalk {
  /** Internal name of a custom event, `pe…_offer_chosen`, and its properties. */
  event?: { name: string; properties?: Record<string, string> };
  /** The chat opens and takes the place of the checkout. */
  instead?: boolean;
}

/** How offers and HubSpot work together. */
export interface HubspotOptions {
  talkFor: (offer: Offer) => HubspotTalk | undefined;
  root?: EventTarget;
}

interface Hubspot {
  HubSpotConversations?: { widget: { load(): void; open(): void } };
  _hsq?: unknown[];
}

/**
 * Tells HubSpot which offer a customer chose: as a custom event, or by opening the chat in place of the checkout.
 *
 * A custom event reaches HubSpot through the queue of its tracking code, where that has the visitor's consent.
 *
 * @returns a function that ends it.
 * @see https://developers.hubspot.com/docs/api-reference/conversations-chat-configuration/chat-widget-sdk
 *
 * @example
 * connectHubspot({ talkFor: ({ name }) => ({ instead: name === 'Business' }) });
 */
export function connectHubspot({ talkFor, root = document }: HubspotOptions): () => void {
  return onChosen(root, (offer) => {
    const { _hsq, HubSpotConversations: chat } = globalThis as Hubspot;
    const { event, instead } = talkFor(offer) ?? {};
    if (event) _hsq?.push(['trackCustomBehavioralEvent', event]);
    if (!instead || !chat) return false;
    chat.widget.open();
    return true;
  });
}
