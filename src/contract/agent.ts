import * as z from 'zod/mini';
import { COUNTRY, MAX_CHARACTERS } from '../core/customer-rules.ts';
import { isoCountry } from '../core/iso-country.ts';
import { MAX_CONTEXT, MAX_PATH, MAX_QUANTITY } from '../core/offer/order-limits.ts';
import { PROMO_CODE } from '../core/offer/promo-code.ts';

/**
 * What an agent may ask and what it is answered, whichever way it asks: over MCP, over HTTP or in a page.
 *
 * Flat, as agent platforms map the first level only. Every field is described for a model, in words that
 * never depend on a catalogue; unknown fields are refused. No field takes a price or names an account.
 */

// Each check says what is right, in words that are read behind the name of a field and "takes".
const text = (max: number, description: string) => {
  const right = `a text of at most ${max} characters`;
  return z.string(right).check(z.maxLength(max, right), z.describe(description));
};

const list = (max: number, maxLength: number, right: string, description: string) =>
  z
    .array(z.string(right).check(z.maxLength(maxLength, right)), right)
    .check(z.minLength(1, right), z.maxLength(max, right), z.describe(description));

const wholeNumber = (max: number, description: string) => {
  const right = `a whole number from 1 to ${max}`;
  return z.int(right).check(z.gte(1, right), z.lte(max, right), z.describe(description));
};

// Patterns are read by clients in other languages, so they hold nothing but what all of them know.
const matching = (pattern: RegExp, right: string, description: string, meant = (text: string) => text) =>
  z.string(right).check(z.overwrite(meant), z.regex(pattern, right), z.describe(description));

const country = matching(COUNTRY, 'two letters: DE', 'Country of the buyer, two letters: DE', isoCountry);

const paths = list(
  10,
  MAX_PATH,
  'a list of 1 to 10 paths of list_offers',
  'Offers to buy: `path` of list_offers, letter by letter',
);

const promoCode = matching(
  PROMO_CODE,
  'letters and digits alone',
  'Code the buyer has. Never make one up',
  (text) => text.trim(),
);

const page = text(200, 'Checkout page, only if you were told which');

/** What `list_offers` takes. */
export const listOffersInput = z.strictObject({
  label: z.optional(text(100, 'Only offers with this label')),
  where: z.optional(
    list(5, 300, 'a list of 1 to 5 texts: group__limio=yearly', 'Attributes: group__limio=yearly'),
  ),
  country: z.optional(country),
  quantity: z.optional(wholeNumber(MAX_QUANTITY, 'Seats or copies wanted; adds totals')),
  limit: z.optional(wholeNumber(20, 'Default 10')),
});

/** What `make_purchase_link` takes. */
export const makePurchaseLinkInput = z.strictObject({
  paths,
  promoCode: z.optional(promoCode),
  page: z.optional(page),
});

/** What `open_checkout` takes. */
export const openCheckoutInput = z.strictObject({
  paths,
  quantity: z.optional(wholeNumber(MAX_QUANTITY, 'Of each offer')),
  email: z.optional(text(MAX_CHARACTERS.email, 'As the buyer gave it')),
  firstName: z.optional(text(MAX_CHARACTERS.firstName, 'As the buyer gave it')),
  lastName: z.optional(text(MAX_CHARACTERS.lastName, 'As the buyer gave it')),
  company: z.optional(text(MAX_CHARACTERS.company, 'As the buyer gave it')),
  country: z.optional(country),
  promoCode: z.optional(promoCode),
  page: z.optional(page),
  validHours: z.optional(wholeNumber(720, 'How long the checkout stays open')),
  context: z.optional(text(MAX_CONTEXT, 'Signed token your platform gave you for this buyer')),
});

/** What `check_checkout` takes. */
export const checkCheckoutInput = z.strictObject({
  checkoutId: text(100, 'From open_checkout'),
});

const field = (description: string) => z.string().check(z.describe(description));

const say = field('Answer in words, Markdown');
const url = field('Link to the checkout. Give it to the buyer exactly as it is');

/** What `list_offers` answers. */
export const listOffersOutput = z.strictObject({
  say,
  offers: z
    .array(
      z.strictObject({
        path: field('Names the offer in other operations'),
        name: field('Name, text of the seller'),
        price: field('Price in words, to be quoted as it is'),
        billed: field('How often it is charged, and further terms'),
        includes: field('What is included, text of the seller'),
        quantity: field('How many may be bought'),
        total: z.optional(field('Price of the quantity that was asked for')),
        url: z.optional(field('Where to ask for it or buy it; it has no checkout here')),
      }),
    )
    .check(z.describe('The offers')),
  total: z.int().check(z.describe('Offers in all')),
  asOf: field('When prices were read, ISO 8601'),
});

/** What `make_purchase_link` answers. */
export const makePurchaseLinkOutput = z.strictObject({ say, url });

/** What `open_checkout` answers. */
export const openCheckoutOutput = z.strictObject({
  say,
  url,
  prefilled: z.boolean().check(z.describe('Whether it holds what the buyer told')),
  checkoutId: z.optional(field('Names the checkout in check_checkout')),
  expiresAt: z.optional(field('Until when it is open, ISO 8601')),
  promo: z.optional(
    z.enum(['applied', 'refused', 'unconfirmed']).check(z.describe('What is known of the promo code')),
  ),
  reason: z.optional(field('Why it is not filled in')),
});

/** What `check_checkout` answers. */
export const checkCheckoutOutput = z.strictObject({
  say,
  state: z.enum(['open', 'bought', 'over', 'unknown']).check(z.describe('What became of it')),
});

/** See {@link listOffersInput}. */
export type ListOffersInput = z.infer<typeof listOffersInput>;
/** See {@link listOffersOutput}. */
export type ListOffersOutput = z.infer<typeof listOffersOutput>;
/** An offer as an agent sees it. */
export type AgentOffer = ListOffersOutput['offers'][number];
/** See {@link makePurchaseLinkInput}. */
export type MakePurchaseLinkInput = z.infer<typeof makePurchaseLinkInput>;
/** See {@link makePurchaseLinkOutput}. */
export type MakePurchaseLinkOutput = z.infer<typeof makePurchaseLinkOutput>;
/** See {@link openCheckoutInput}. */
export type OpenCheckoutInput = z.infer<typeof openCheckoutInput>;
/** See {@link openCheckoutOutput}. */
export type OpenCheckoutOutput = z.infer<typeof openCheckoutOutput>;
/** See {@link checkCheckoutInput}. */
export type CheckCheckoutInput = z.infer<typeof checkCheckoutInput>;
/** See {@link checkCheckoutOutput}. */
export type CheckCheckoutOutput = z.infer<typeof checkCheckoutOutput>;
