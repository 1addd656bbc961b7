import type { BasketView, LineView } from '../sandbox/baskets/basket-view.ts';
import type { Refusal } from '../sandbox/handlers/shop-handlers.ts';
import { openBasket, type OpenedBasket } from './basket-source.ts';
import { fromTemplate } from './from-template.ts';
import { money } from './money.ts';
import { readPurchaseRequest } from './purchase-request.ts';

const REFUSALS: Record<Refusal, string> = {
  completed: 'This basket has been bought already. Nothing was charged again.',
  expired: 'This link has expired. Nothing was charged.',
  forged: 'This link is not one of ours. Nothing was charged.',
  unknown: 'There is no such basket any more. Nothing was charged.',
};

const clock = (instant: string) =>
  new Date(instant).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });

const byId = (id: string) => document.getElementById(id)!;

/** Draws what the address of this page asks for: the basket, what is unknown, and how the customer came here. */
export async function drawShopPage(): Promise<OpenedBasket> {
  const opened = await openBasket(location.search);
  const { basket, unknown, refusal } = opened;
  byId('lines').replaceChildren(...basket.items.map((item) => line(item, basket.currency)));
  byId('sums').replaceChildren(...sums(basket));
  byId('notices').replaceChildren(
    ...unknown.map((what) => fromTemplate('unknown', { what })),
    ...(refusal ? [fromTemplate('refused', { why: REFUSALS[refusal] })] : []),
    ...(basket.expiresAt ? [fromTemplate('kept', { until: clock(basket.expiresAt) })] : []),
  );
  byId('arrival').replaceChildren(...arrival());
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keeps-query]'))
    link.search = location.search;
  document.documentElement.dataset['basket'] = basket.items.length ? 'full' : 'empty';
  return opened;
}

const line = ({ name, path, quantity, lineTotal, interval }: LineView, currency: string) =>
  fromTemplate('line', {
    name,
    path,
    quantity: `Quantity ${quantity}`,
    amount: money(lineTotal, currency),
    interval: everySpan(interval),
  });

const everySpan = (interval: string | undefined) =>
  interval ? (/^\d/.test(interval) ? `every ${interval}` : `per ${interval}`) : 'once';

function sums({ currency, subtotal, discount, total, promo, items }: BasketView): DocumentFragment[] {
  if (!items.length) return [];
  const rows: Array<[label: string, amount: string]> = [['Subtotal', money(subtotal, currency)]];
  if (promo) rows.push([`Code ${promo}`, `−${money(discount, currency)}`]);
  rows.push(['Due today', money(total, currency)]);
  return rows.map(([label, amount]) => fromTemplate('sum', { label, amount }));
}

/** What the shop keeps of the entry address, for campaigns. */
function arrival(): DocumentFragment[] {
  const { campaign } = readPurchaseRequest(location.search);
  const from = document.referrer || 'not told';
  return [...campaign, ['Referrer', from] as const].map(([label, amount]) =>
    fromTemplate('fact', { label, amount }),
  );
}
