import type { Customer } from '../../contract/checkout.ts';
import type { Order } from '../../controllers/post-checkout.ts';
import { COUNTRY } from '../../core/customer-rules.ts';
import { CARRIED_NAME, MAX_CARRIED } from '../../core/offer/order-limits.ts';
import { readPurchaseLink } from '../../core/link/purchase-link.ts';
import type { AssistedCheckoutHost, Click } from './click.ts';
import { readCustomer } from './details.ts';

/** What was chosen on the cards. */
interface Chosen {
  quantities: ReadonlyMap<string, number>;
  /** Versions that are not asked for again. */
  outdated: ReadonlySet<string | undefined>;
}

/**
 * The order for a click, in the shape the backend documents. The purchase link says what is bought, with which code, and
 * what is carried along.
 *
 * @param typed details of the customer that count for more than those the page knows.
 */
export function orderFor(
  { link, offers, settings }: Click,
  typed: Customer,
  host: Pick<AssistedCheckoutHost, 'customer' | 'context' | 'tracking'>,
  { quantities, outdated }: Chosen,
): Order {
  const { offers: paths = [], promoCode, carry } = readPurchaseLink(link) ?? {};
  const customer = { ...readCustomer(host.customer), ...typed };
  const country = customer.country ?? settings.country;
  const { context } = host;
  const [carried, tracking] = [sendable(carry), sendable(host.tracking)];
  return {
    items: paths.map((path) => {
      const version = offers.find((offer) => offer.path === path)?.version;
      const quantity = quantities.get(path);
      return { path, ...(quantity && { quantity }), ...(version && !outdated.has(version) && { version }) };
    }),
    ...(Object.keys(customer).length && { customer }),
    ...(promoCode && { promoCode }),
    ...(COUNTRY.test(country) && { country }),
    ...(carried && { carry: carried }),
    ...(tracking && { tracking }),
    ...(typeof context === 'string' && context && { context }),
  };
}

/** Whether another number was chosen than the purchase link sells. */
export const isCountLost = ({ offers }: Click, quantities: Chosen['quantities']): boolean =>
  offers.some(({ path, quantity }) =>
    [undefined, quantity?.initial].every((count) => quantities.get(path) !== count),
  );

/** The values of a short text, or number, that have a name the backend takes; nothing where there are none. */
function sendable(values: unknown): Record<string, string> | undefined {
  const texts = Object.entries(typeof values === 'object' && values ? values : {})
    .filter(([, value]) => /^(string|number)$/.test(typeof value))
    .map(([name, value]) => [name, String(value).trim()] as const)
    .filter(([name, value]) => CARRIED_NAME.test(name) && value && value.length <= MAX_CARRIED);
  return texts.length ? Object.fromEntries(texts) : undefined;
}
