import { escapeHtml } from '../../core/escape-html.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { en } from '../../locales/en.ts';
import { enConditions } from '../../locales/en-conditions.ts';
import { offerLink } from '../offer-link.ts';
import { plainText } from '../plain-text.ts';
import { priceWords, type SpokenPriceWords } from '../price-words.ts';
import { htmlLink } from './html.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import { escapeSlack, slackLink } from './slack.ts';

/** How a chat writes text and links. */
export type ChatFormat = 'markdown' | 'plain' | 'slack' | 'html';

/** Where offers are bought, and in which language they are told. */
export interface SayOptions {
  /** https origin of the shop. */
  shop: string;
  /** Page to land on where an offer names none. Default `/checkout`. */
  page?: string;
  /** Language in which prices are written, a BCP 47 tag. Default `en`. */
  locale?: string;
  /** Words of that language, by the names the element's `words` take. Default English. */
  words?: Partial<SpokenPriceWords & { cta: string }>;
}

/** More than these is no message but a catalogue. */
const MAX_OFFERS = 5;

/** Longest texts of one offer, in characters. */
const MAX = { name: 80, price: 160, cta: 75 };

/** An offer as it is said: its texts plain, its link whole. */
export interface SpokenOffer {
  name: string;
  price: string;
  cta: string;
  /** Left out where it leads nowhere that a chat can open. */
  url?: string;
}

/** The first five offers, ready to be said. @throws {LimioError} `shop_invalid`, `page_invalid` */
export function spokenOffers(offers: readonly Offer[], options: SayOptions): SpokenOffer[] {
  const { locale = 'en' } = options;
  const words = { ...en, ...enConditions, ...options.words };
  return offers.slice(0, MAX_OFFERS).map((offer) => {
    const url = offerLink(offer, options);
    return {
      name: plainText(offer.name, MAX.name) || plainText(offer.path, MAX.name),
      price: plainText(priceWords(offer, words, locale), MAX.price),
      cta: plainText(offer.cta ?? words.cta, MAX.cta),
      ...(url && { url }),
    };
  });
}

/**
 * Offers as a message of a chat, each with its purchase link. Links are written so that they arrive whole:
 * behind a name where the chat knows links, alone on a line where it does not.
 *
 * @returns a line for each of the first five offers; two in plain text.
 * @throws {LimioError} `shop_invalid`, `page_invalid`
 *
 * @example
 * sayOffers(offers, 'markdown', { shop: 'https://shop.example.com' });
 * // '- [Pro](<https://shop.example.com/checkout?purchase=%2Foffers2%2FPro>): €29 per month'
 */
export const sayOffers = (offers: readonly Offer[], format: ChatFormat, options: SayOptions): string =>
  spokenOffers(offers, options)
    .map((offer) => lineOf(offer, format))
    .join('\n');

/**
 * One link for a chat.
 *
 * @param url an address from `purchaseLink` or a backend; it is not changed.
 *
 * @example
 * sayLink('Pro', 'https://shop.example.com/checkout?purchase=%2Foffers2%2FPro', 'slack');
 * // '<https://shop.example.com/checkout?purchase=%2Foffers2%2FPro|Pro>'
 */
export const sayLink = (name: string, url: string, format: ChatFormat): string =>
  LINKS[format](plainText(name, MAX.name), url);

const LINKS: Record<ChatFormat, (name: string, url: string) => string> = {
  markdown: markdownLink,
  slack: slackLink,
  html: htmlLink,
  plain: (name, url) => `${name}:\n${url}`,
};

const ESCAPES: Record<ChatFormat, (text: string) => string> = {
  markdown: escapeMarkdown,
  slack: escapeSlack,
  html: escapeHtml,
  plain: (text) => text,
};

const LINES: Record<ChatFormat, (words: string, url: string | undefined) => string> = {
  markdown: (words) => `- ${words}`,
  slack: (words) => `• ${words}`,
  html: (words) => `<p>${words}</p>`,
  plain: (words, url) => [words, url].filter(Boolean).join('\n'),
};

function lineOf({ name, price, url }: SpokenOffer, format: ChatFormat): string {
  const escape = ESCAPES[format];
  // In plain text the link stands alone on the next line.
  const named = url && format !== 'plain' ? LINKS[format](name, url) : escape(name);
  return LINES[format]([named, escape(price)].filter(Boolean).join(': '), url);
}
