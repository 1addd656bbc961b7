import type { Offer } from '../../core/offer/offer.ts';
import { spokenOffers, type SayOptions } from './say-offers.ts';

/** One offer as a section of Slack's Block Kit, with a button that opens its purchase link. */
export interface SlackOfferBlock {
  type: 'section';
  text: SlackText;
  /** Left out where an offer leads nowhere that a chat can open. */
  accessory?: { type: 'button'; action_id: string; text: SlackText; url: string };
}

interface SlackText {
  type: 'plain_text';
  text: string;
  emoji: false;
}

/**
 * Offers as blocks of a Slack message, in plain text, which needs no escaping.
 *
 * Slack takes 75 characters on a button and 3,000 of an address; both are kept. A click on the button is
 * told to the app, too, as `limio_offer_1` and so on, and wants an acknowledgement.
 *
 * @throws {LimioError} `shop_invalid`, `page_invalid`
 * @see https://docs.slack.dev/reference/block-kit/block-elements/button-element
 *
 * @example
 * await client.chat.postMessage({ channel, text: sayOffers(offers, 'slack', { shop }), blocks: slackBlocks(offers, { shop }) });
 */
export const slackBlocks = (offers: readonly Offer[], options: SayOptions): SlackOfferBlock[] =>
  spokenOffers(offers, options).map(({ name, price, cta, url }, position) => ({
    type: 'section',
    text: plain(price ? `${name}\n${price}` : name),
    ...(url && {
      accessory: { type: 'button', action_id: `limio_offer_${position + 1}`, text: plain(cta), url },
    }),
  }));

const plain = (text: string): SlackText => ({ type: 'plain_text', text, emoji: false });
