import type { CheckoutRequest, Customer } from '../../contract/checkout.ts';
import { RESERVED } from '../../contract/quote.ts';
import { carriedParameters } from '../../core/link/attribution.ts';
import type { InitiateCheckout } from '../../limio/operations/checkout.ts';
import { HttpError } from '../http-error.ts';
import type { BasketLine } from './basket-lines.ts';
import { isoCountry } from '../../core/iso-country.ts';
import { externalIdOf } from './external-id.ts';
import type { Expiry, Identity } from '../gate/identity.ts';

/** Parts of an order that hold what a customer gave. */
export type CustomerFields = Pick<InitiateCheckout['order'], 'customerDetails' | 'customFields'>;

/** What is the same for every order of a backend. */
export interface OrderRules {
  /** Where a customer buys whose country is not known, ISO 3166-1 alpha-2. */
  country: string;
  /** Path of the checkout page to land on. */
  page?: string | undefined;
  expiresAfter: Expiry;
  /** Names of the campaign parameters that are kept, `*` for any ending. */
  carry: string;
  /** Names of further values that a page may have tracked, `*` for any ending. */
  trackingFields: string;
  customerFields: (customer: Customer) => CustomerFields;
}

/** Details as Limio is assumed to take them; see assumption customer-details. */
export function customerFields({ company, country: _, ...details }: Customer): CustomerFields {
  const given = { ...details, ...(company && { companyName: company }) };
  return Object.keys(given).length ? { customerDetails: given } : {};
}

/** None of what `tracking` means to Limio is taken over from a page, and ids only from an identity. */
const tracked = (values: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !RESERVED.test(name)));

/** @throws {HttpError} `bad_request`, naming each value that a page may not have tracked */
function allowed(values: Readonly<Record<string, string>>, names: string): Record<string, string> {
  const patterns = names.split(/[\s,]+/).filter(Boolean);
  const isAllowed = (name: string) =>
    !RESERVED.test(name) &&
    patterns.some((pattern) =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
    );
  const refused = Object.keys(values).filter((name) => !isAllowed(name));
  if (!refused.length) return values;
  throw new HttpError('bad_request', 'The backend is not set up to take these names.', {
    fields: refused.map((name) => `tracking.${name}`),
  });
}

/**
 * Writes the order. Everything that costs money or grants a right is decided here: version, source, order
 * type, expiry, journey and account.
 */
export async function orderOf(
  { attemptId, items, customer = {}, country, carry = {}, tracking: ofPage = {} }: CheckoutRequest,
  lines: readonly BasketLine[],
  { accountId, contactId, userId, tracking, expiresAfter }: Identity,
  rules: OrderRules,
): Promise<InitiateCheckout> {
  const boughtIn = isoCountry(country ?? customer.country ?? rules.country);
  // Of what is asked, too: whoever comes by the id of an attempt must not be led into that basket.
  const seed = JSON.stringify([attemptId, items, customer, accountId, contactId, userId]);
  const hasAddOns = lines.some(({ parent }) => parent);
  return {
    order: {
      orderItems: lines.map(({ offer: { id, version }, quantity, parent }) => ({
        offer: { id, version },
        quantity,
        // Needed only where add-ons are mixed in, and then on every line. See assumption add-on-parent.
        ...(hasAddOns && { type: parent ? ('add_on' as const) : ('offer' as const) }),
        ...(parent && { parentId: parent.id }),
      })),
      external_id: externalIdOf(seed),
      country: boughtIn,
      source: 'shop',
      order_type: 'new',
      tracking: {
        ...tracked(carriedParameters(carry, rules.carry)),
        ...allowed(ofPage, rules.trackingFields),
        ...tracked(tracking),
        offers: lines.map(({ offer }) => offer.path),
        purchaseCountryCode: boughtIn,
        ...(accountId && { accountId }),
        ...(contactId && { contactId }),
        ...(userId && { userId }),
        // One field is a list, the others are texts, which an index signature cannot say.
      } as NonNullable<InitiateCheckout['order']['tracking']>,
      ...rules.customerFields(customer),
    },
    ...(rules.page && { journey: { checkout: rules.page } }),
    expiresAfter: expiresAfter ?? rules.expiresAfter,
  };
}
