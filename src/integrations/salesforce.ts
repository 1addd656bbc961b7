import type { Offer } from '../core/offer/offer.ts';
import { onChosen } from './chosen.ts';

/** What a Salesforce conversation is told about a chosen offer. */
export interface SalesforceTalk {
  /** Hidden pre-chat fields by their names, for a conversation that has not begun. */
  fields?: Record<string, string>;
  /** Said in the customer's name, in a conversation that is open. */
  say?: string;
  /** The conversation opens and takes the place of the checkout. */
  instead?: boolean;
}

/** How offers and Embedded Messaging work together. */
export interface SalesforceOptions {
  talkFor: (offer: Offer) => SalesforceTalk | undefined;
  root?: EventTarget;
}

interface Bootstrap {
  prechatAPI?: { setHiddenPrechatFields(fields: Record<string, string>): unknown };
  utilAPI?: { launchChat(): Promise<unknown>; sendTextMessage(text: string): Promise<unknown> };
}

/**
 * Tells Salesforce Enhanced Chat (Embedded Messaging) which offer a customer chose: in hidden pre-chat fields
 * before a conversation, as a message in one, or by opening one in place of the checkout.
 *
 * @returns a function that ends it.
 * @see https://developer.salesforce.com/docs/service/messaging-web/references/m4w-reference/prechatAPI.html
 * @see https://developer.salesforce.com/docs/service/messaging-web/references/m4w-reference/utilAPI.html
 *
 * @example
 * connectSalesforce({ talkFor: ({ name }) => ({ fields: { Offer: name }, say: `I would like ${name}.` }) });
 */
export function connectSalesforce({ talkFor, root = document }: SalesforceOptions): () => void {
  const salesforce = () =>
    (globalThis as { embeddedservice_bootstrap?: Bootstrap }).embeddedservice_bootstrap ?? {};
  const end = new AbortController();
  let isTalking = false;
  let fields: Record<string, string> | undefined;
  // Fields set once a conversation has begun are an error there.
  const setFields = () =>
    void (fields && !isTalking && salesforce().prechatAPI?.setHiddenPrechatFields(fields));
  const listen = (type: string, listener: () => void) =>
    addEventListener(`onEmbeddedMessaging${type}`, listener, { signal: end.signal });
  listen('Ready', setFields);
  listen('ConversationOpened', () => (isTalking = true));
  listen('ConversationClosed', () => (isTalking = false));
  const stop = onChosen(root, (offer) => {
    const talk = talkFor(offer);
    if (!talk) return false;
    const { utilAPI } = salesforce();
    fields = talk.fields;
    setFields();
    if (isTalking && talk.say) utilAPI?.sendTextMessage(talk.say).catch(() => {});
    // Without a chat there is nothing that could take the checkout's place.
    if (!talk.instead || !utilAPI) return false;
    utilAPI.launchChat().catch(() => {});
    return true;
  });
  return () => {
    end.abort();
    stop();
  };
}
