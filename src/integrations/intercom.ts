import type { Offer } from '../core/offer/offer.ts';
import { onChosen } from './chosen.ts';

/** What Intercom is told about a chosen offer. */
export interface IntercomTalk {
  /** Name of an event to record, with the offer's name and path. */
  event?: string;
  /** Written, not sent, into a new message, which opens and takes the place of the checkout. */
  message?: string;
}

/** How offers and Intercom work together. */
export interface IntercomOptions {
  talkFor: (offer: Offer) => IntercomTalk | undefined;
  root?: EventTarget;
}

type Intercom = (command: string, ...words: unknown[]) => void;

/**
 * Tells Intercom which offer a customer chose: as an event, or by a new message in place of the checkout.
 *
 * Inside the Messenger, show `embed.html` as a sheet; Intercom tells a page no details of its visitor.
 *
 * @returns a function that ends it.
 * @see https://developers.intercom.com/installing-intercom/web/methods
 *
 * @example
 * connectIntercom({ talkFor: () => ({ event: 'offer-chosen' }) });
 */
export function connectIntercom({ talkFor, root = document }: IntercomOptions): () => void {
  return onChosen(root, (offer) => {
    const { Intercom: intercom } = globalThis as { Intercom?: Intercom };
    const { event, message } = talkFor(offer) ?? {};
    if (event) intercom?.('trackEvent', event, { offer: offer.name, path: offer.path });
    if (!message || !intercom) return false;
    intercom('showNewMessage', message);
    return true;
  });
}
