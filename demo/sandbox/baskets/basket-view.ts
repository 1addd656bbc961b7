import { PROMO_CODES } from '../items/promo-codes.ts';
import type { RawItem } from '../items/raw-item.ts';
import type { Basket, Line } from '../world.ts';

/** A line as a shop page shows it. Amounts are decimal strings in major units. */
export interface LineView {
  path: string;
  name: string;
  quantity: number;
  /** For one. */
  amount: string;
  lineTotal: string;
  /** Such as `month` or `3 months`; left out: once. */
  interval?: string;
}

/** A basket as a shop page shows it. */
export interface BasketView {
  /** Left out for a purchase link, which makes no basket before the shop is opened. */
  id?: string;
  items: LineView[];
  currency: string;
  subtotal: string;
  discount: string;
  total: string;
  customer: Record<string, string>;
  /** Code that took effect. */
  promo?: string;
  /** ISO 8601 instant. */
  expiresAt?: string;
  /** The account an assisted link acts for. */
  account?: string;
}

/** Adds up lines, with the discount of a promo code. */
export function viewOf(lines: readonly Line[], promo?: string): Omit<BasketView, 'customer'> {
  const currency = lines[0] ? priceOf(lines[0].item).currency : 'USD';
  const digits = currency === 'JPY' ? 0 : 2;
  const text = (amount: number) => amount.toFixed(digits);
  const items = lines.map(({ item, quantity }): LineView => {
    const { amount, interval } = priceOf(item);
    return {
      path: item.path,
      name: String(item.data.attributes['display_name__limio'] ?? item.name),
      quantity,
      amount: text(amount),
      lineTotal: text(amount * quantity),
      ...(interval && { interval }),
    };
  });
  const subtotal = lines.reduce((sum, { item, quantity }) => sum + priceOf(item).amount * quantity, 0);
  const percent = PROMO_CODES[promo ?? ''] ?? 0;
  const discount = (subtotal * percent) / 100;
  return {
    items,
    currency,
    subtotal: text(subtotal),
    discount: text(discount),
    total: text(subtotal - discount),
    ...(percent && promo && { promo }),
  };
}

/** A whole basket, for the shop's page. */
export const basketView = (basket: Basket): BasketView => ({
  id: basket.id,
  ...viewOf(basket.lines, basket.promo),
  customer: basket.customer ?? {},
  expiresAt: new Date(basket.expiresAt).toISOString(),
  ...(basket.account && { account: basket.account }),
});

/** The order inside Limio's replies. Totals are numbers there. */
export function orderView({ lines, promo }: Basket) {
  const { subtotal, discount, total, currency } = viewOf(lines, promo);
  const amount = Number(total);
  return {
    orderItems: lines.map(({ id, item, quantity, parentId }) => ({
      id,
      type: item.path.startsWith('/add_ons/') ? 'add_on' : 'offer',
      name: item.name,
      path: item.path,
      quantity,
      offer: { id: item.id, version: item.version, path: item.path, name: item.name },
      products: [{ path: '/products/Acme Desk', productCode: 'DESK' }],
      ...(parentId && { parentId }),
    })),
    total: {
      currency,
      orderSubtotal: Number(subtotal),
      orderTotal: amount,
      totalOrderDiscounts: Number(discount),
      amount,
    },
    orderVersion: '1',
  };
}

interface RawCharge {
  value?: string | number;
  currencyCode?: string;
  repeat_interval?: number;
  repeat_interval_type?: string;
  tiers?: { price: string }[];
}

/** What is charged in the end for one: the last charge, or the first tier. */
export function priceOf({ data }: RawItem): { amount: number; currency: string; interval?: string } {
  const own = data.attributes['price__limio'] as RawCharge[] | undefined;
  const charge = (own?.length ? own : ((data['price'] ?? []) as RawCharge[])).at(-1) ?? {};
  const amount = Number(charge.value ?? charge.tiers?.[0]?.price ?? 0);
  const unit = charge.repeat_interval_type?.replace(/s$/, '');
  const count = Number(charge.repeat_interval) || 1;
  return {
    amount: Number.isFinite(amount) ? amount : 0,
    currency: charge.currencyCode ?? 'USD',
    ...(unit && { interval: count > 1 ? `${count} ${unit}s` : unit }),
  };
}
