import { fieldsOf } from '../core/read-fields.ts';

/** Where other records of a catalogue live; https://docs.limio.com/api/catalog-api/catalog */
const OTHER_RECORDS =
  /^\/(add[_-]?ons?|assets?|tags?|entitlements?|products?|pages2?|segments?|discounts?|campaigns?|components?|config|public)(\/|$)/i;

/** Where offers live: `/offers2/Pro`, or in older catalogues `/offers/Spring/Pro`. */
const OFFERS = /^\/offers2?\//i;

/** The folder of all offers, as it is left where the end of a path was empty: it names none of them. */
export const NO_OFFER = /^\/offers2?([/\s.?\p{Cf}]|%20)*$/iu;

/** What only something for sale has, in our own shape and in Limio's. */
const PRICED = ['price', 'displayPrice', 'cta', 'quantity', 'href'];
const PRICED_BY_LIMIO = ['price__limio', 'display_price__limio', 'cta_text__limio'];

/**
 * Whether an entry of a list is an offer, rather than an add-on, an asset, a tag, an entitlement or a page.
 *
 * Its path decides, then its record type. A path such as `/about` says nothing, so there it takes a price or
 * words on a button.
 *
 * @param entry an item of Limio's, or an offer in our own shape.
 */
export function isOfferRecord(entry: unknown): boolean {
  const { path, record_type, data, ...own } = fieldsOf(entry);
  const item = fieldsOf(data);
  const type = record_type ?? item['record_type'];
  if (typeof path === 'string' && (OTHER_RECORDS.test(path) || NO_OFFER.test(path))) return false;
  if (typeof type === 'string' && type) return /^offers?2?$/i.test(type);
  if (typeof path === 'string' && OFFERS.test(path)) return true;
  const attributes = fieldsOf(item['attributes']);
  return PRICED.some((name) => own[name]) || PRICED_BY_LIMIO.some((name) => attributes[name]);
}
