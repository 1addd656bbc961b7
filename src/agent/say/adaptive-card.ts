import type { Offer } from '../../core/offer/offer.ts';
import { spokenOffers, type SayOptions } from './say-offers.ts';

/** An Adaptive Card, as Teams, Copilot and others show it. */
export interface OffersCard {
  type: 'AdaptiveCard';
  $schema: string;
  version: '1.5';
  body: OfferRow[];
}

/** One offer: its name, its price, and the button that opens its purchase link. */
interface OfferRow {
  type: 'Container';
  separator: boolean;
  items: (TextLine | ActionSet)[];
}

type Weight = 'Bolder' | 'Default';

/** Runs are plain text; a `TextBlock` would read Markdown out of a name. */
interface TextLine {
  type: 'RichTextBlock';
  inlines: { type: 'TextRun'; text: string; weight: Weight }[];
}

interface ActionSet {
  type: 'ActionSet';
  actions: OpenUrl[];
}

interface OpenUrl {
  type: 'Action.OpenUrl';
  title: string;
  url: string;
}

/**
 * Offers as an Adaptive Card, a button with its purchase link for each of the first five.
 *
 * @throws {LimioError} `shop_invalid`, `page_invalid`
 * @see https://adaptivecards.io/explorer/
 *
 * @example
 * await context.sendActivity({ attachments: [CardFactory.adaptiveCard(adaptiveCard(offers, { shop }))] });
 */
export const adaptiveCard = (offers: readonly Offer[], options: SayOptions): OffersCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: spokenOffers(offers, options).map(({ name, price, cta, url }, position) => ({
    type: 'Container',
    separator: position > 0,
    items: [
      textLine(name, 'Bolder'),
      ...(price ? [textLine(price, 'Default')] : []),
      ...(url ? [button(cta, url)] : []),
    ],
  })),
});

const button = (title: string, url: string): ActionSet => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.OpenUrl', title, url }],
});

const textLine = (text: string, weight: Weight): TextLine => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, weight }],
});
