import { isoCountry } from '../../core/iso-country.ts';
import type * as z from 'zod/mini';
import { lifetimeMs, type Lifetime } from '../../contract/lifetime.ts';
import { quoteRequest, type QuoteAnswer, type QuoteRequest } from '../../contract/quote.ts';
import { pagePath, shopOrigin } from '../../core/link/shop.ts';
import type { LimioClient } from '../../limio/client.ts';
import type { InitiateCheckout, InitiatedCheckout } from '../../limio/operations/checkout.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { applyPromo } from '../checkout/apply-promo-code.ts';
import { checkoutLink } from '../checkout/checkout-link.ts';
import { QUOTE_MARK } from '../checkout/basket-kind.ts';
import { quoteIdOf } from '../checkout/external-id.ts';
import { customerFields, type OrderRules } from '../checkout/order.ts';
import { pageOf } from '../checkout/page-of.ts';
import { readBody } from '../gate/read-json.ts';
import type { PathOf } from './published-items.ts';
import { quoteLines } from './quote-lines.ts';

type Order = InitiateCheckout['order'];

/** How long a quote lives unless it says so: Limio's own default. */
const DEFAULT_LIFETIME: Lifetime = { days: 14 };

/** How long a quote may take when there is no deadline, in milliseconds. */
const DEFAULT_MS = 10_000;

/** Where quotes are made. */
export interface QuoteOptions {
  /** https origin of the shop; the link belongs to it. */
  shop: string;
  /** Where a customer buys whose country is not known, ISO 3166-1 alpha-2. Limio asks for one. */
  country: string;
  /** Checkout page to land on, unless the quote names one. Default: the shop's own. */
  page?: string | undefined;
  /** Puts what is known of the customer into the order. Default: `order.customerDetails`. */
  customerFields?: OrderRules['customerFields'];
  /** Tells at which path an id is published, which spares reading the whole catalogue. Default: nobody knows. */
  pathOf?: PathOf;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * Makes a basket for somebody who need not be there, and a signed link to it: for an account or not, of offers and
 * add-ons of any sales channel.
 *
 * A checkout for an account opens without a login, so its page must use anonymous authentication, and the link is
 * for that customer alone. A promo code that Limio refuses leaves the quote as it is; `promo` says so.
 *
 * @param quote may come from anywhere; nothing is sent unless it has the documented shape.
 * @throws {LimioError} `bad_request`, `offer_unavailable`, `offer_changed`, naming the field; `upstream_…`
 * @see https://docs.limio.com/guides/developer-guides/guide-checkout-link
 *
 * @example
 * const limio = limioClient({ tenant: 'acme.prod.limio.com', credentials: () => ({ clientId, clientSecret }) });
 * const { url } = await createQuote(limio, { shop: 'https://shop.example.com', country: 'GB' }, {
 *   items: [{ path: '/offers2/Desk Team Monthly', quantity: 25 }],
 *   account: { accountId: '001…' },
 *   expiresAfter: { days: 14 },
 * });
 */
export async function createQuote(
  limio: LimioClient,
  options: QuoteOptions,
  quote: QuoteRequest,
  call: RequestOptions = {},
): Promise<QuoteAnswer> {
  const now = options.now ?? Date.now;
  const { signal = new AbortController().signal, deadline = now() + DEFAULT_MS, waitUntil = () => {} } = call;
  const bounds = { signal, deadline, waitUntil };
  const given = readBody(quoteRequest, quote);
  const { account, promoCode: code } = given;
  const order = await orderOf(given, options, await quoteLines(given.items, limio, bounds, options.pathOf));
  const page = given.page === undefined ? options.page && pagePath(options.page) : pageOf(given.page);
  const expiresAfter = given.expiresAfter ?? DEFAULT_LIFETIME;

  // Measured from before the request, so that the basket is there at least as long as we say.
  const expiresAt = new Date(now() + lifetimeMs(expiresAfter)).toISOString();
  const journey = page ? { journey: { checkout: page } } : {};
  const reply = await limio.initiateCheckout({ order, ...journey, expiresAfter }, bounds);
  const shop = shopOrigin(options.shop);
  const url = checkoutLink(reply, { shop, hasAccount: account !== undefined, now: now() });
  const promo =
    code === undefined
      ? undefined
      : await applyPromo(limio, { code, basketId: reply.id }, deadline - now(), bounds);
  const isAssisted = new URL(url).pathname.endsWith('/assisted');
  return {
    url,
    linkKind: isAssisted ? 'assisted' : 'recovery',
    ...(isAssisted && { requires: 'anonymous_authentication' }),
    basketId: reply.id,
    externalId: order.external_id,
    expiresAt,
    ...(totalOf(promo?.order) ?? totalOf(reply.order)),
    ...(promo && { promo: promo.outcome }),
  };
}

async function orderOf(
  {
    items,
    account,
    customer = {},
    country,
    source = 'shop',
    externalId,
    tracking,
  }: z.output<typeof quoteRequest>,
  { country: usual, customerFields: fieldsOf = customerFields }: QuoteOptions,
  orderItems: Order['orderItems'],
): Promise<Order> {
  const offers = items.flatMap(({ path }) => (path === undefined ? [] : [path]));
  const boughtIn = isoCountry(country ?? customer.country ?? usual);
  return {
    orderItems,
    external_id: externalId ?? quoteIdOf(crypto.randomUUID()),
    country: boughtIn,
    source,
    order_type: 'new',
    tracking: {
      ...tracking,
      ...(offers.length && { offers }),
      purchaseCountryCode: boughtIn,
      ...account,
      ...QUOTE_MARK,
      // Names of the caller's own may hold any JSON; what is none is refused by the client.
    } as NonNullable<Order['tracking']>,
    ...fieldsOf(customer),
  };
}

/** The total as far as Limio says; what a total without an amount means nobody knows. */
function totalOf(order: InitiatedCheckout['order']): Pick<QuoteAnswer, 'total'> | undefined {
  const { amount, currency } = order?.total ?? {};
  return amount === undefined
    ? undefined
    : { total: { amount, ...(currency !== undefined && { currency }) } };
}
