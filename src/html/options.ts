import type { LimioError } from '../core/errors/limio-error.ts';
import type { Properties } from '../element/attributes/attributes.ts';

/** The first is the default. */
export const FORMS = ['picture', 'cards', 'links'] as const;

/** What is written; see {@link RenderOptions.form}. */
export type Form = (typeof FORMS)[number];

/** Properties of the element that belong to one customer, or hold the list itself. */
type NotInHtml = 'customer' | 'context' | 'offers';

/**
 * How offers are written: the properties of the element, which become its attributes, and what a server has to be
 * told of the page.
 */
export interface RenderOptions extends Partial<Omit<Properties, NotInHtml>> {
  /** Origin of the shop, or its bare host: `https://shop.example.com`. */
  shop: string;
  /**
   * `picture`, the default: cards before the script, apart from the styles of the page, for whoever owns its HTML.
   * `cards`: cards that the style sheet `limio-offers.css` draws, for HTML that passes through an editor.
   * `links`: the purchase links alone.
   */
  form?: Form;
  /** `lang` of the page, where `locale` is not set: words and prices follow it. Default `en`. */
  lang?: string;
  /** Address of `limio-offers.css` for a picture, where a policy allows no `<style>`. Link it in the head, too. */
  sheet?: string;
  /** Told what was left out, such as a promo code that cannot be one, or a value that an attribute does not know. */
  warn?: (warning: LimioError) => void;
}
