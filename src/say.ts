/**
 * Words for chats: offers and links as messages that arrive whole in Markdown, plain text and Slack.
 * @module
 */
export { LimioError, type LimioErrorCode } from './core/errors/limio-error.ts';
export type { Offer } from './core/offer/offer.ts';
export { sayLink, sayOffers, type ChatFormat, type SayOptions } from './agent/say/say-offers.ts';
export { adaptiveCard, type OffersCard } from './agent/say/adaptive-card.ts';
export { slackBlocks, type SlackOfferBlock } from './agent/say/slack-blocks.ts';
