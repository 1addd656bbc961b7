import { html, nothing } from 'lit';
import type { Offer, Price } from '../../core/offer/offer.ts';
import { quantityOf } from '../../core/offer/quantity-of.ts';
import { sumOf } from '../../core/price/decimal.ts';
import { formatAmount } from '../../core/price/format-price.ts';
import { perInterval } from '../../core/price/plain-price-line.ts';
import { priceLine, priceText } from '../../core/price/price-line.ts';
import { seatsTotal } from '../../core/price/savings.ts';
import type { CardView, View } from '../view/view.ts';

/** What so many cost together: "3 × €29 = €87 per month". Their number alone where no number says that. */
export function renderTotal({ offer }: CardView, view: View) {
  const { price } = offer;
  const count = quantityOf(offer, view.quantities);
  if (!price || price.isFrom) return html`<output class="unseen" .textContent=${String(count)}></output>`;
  const one = formatAmount(price.amount, price.currency, view.settings.locale);
  const all = inWords({ ...price, amount: seatsTotal(price, count) }, view);
  return html`<output class="total" part="total"
    ><bdi .textContent=${`${count} × ${one}`}></bdi> = <bdi .textContent=${all}></bdi
  ></output>`;
}

/** What was chosen, line by line, and what that costs in each interval. */
export function renderLines(offers: readonly Offer[], view: View, onRemove: (offer: Offer) => void) {
  const { words } = view;
  const remove = (offer: Offer, event: Event) => {
    // The button goes with its line; the focus must not.
    (event.currentTarget as Element).closest<HTMLElement>('.basket')!.focus();
    onRemove(offer);
  };
  return html`<ul class="lines" role="list">
      ${offers.map((offer) => {
        const count = quantityOf(offer, view.quantities);
        return html`<li part="line">
          <span .textContent=${count > 1 ? `${offer.name} × ${count}` : offer.name}></span>
          <bdi class="money" .textContent=${costOf(offer, count, view)}></bdi>
          <button
            class="remove"
            type="button"
            aria-label="${words.remove} ${offer.name}"
            @click=${(event: Event) => remove(offer, event)}
          ></button>
        </li>`;
      })}
    </ul>
    ${renderTotals(offers, view)}`;
}

/** One sum for each interval and currency; none where a price is no number alone, as it would leave something out. */
function renderTotals(offers: readonly Offer[], view: View) {
  if (!offers.length || !offers.every(({ price }) => isPlain(price))) return nothing;
  const sums = new Map<string, Price>();
  for (const offer of offers) {
    const { currency, interval } = offer.price!;
    const amount = seatsTotal(offer.price!, quantityOf(offer, view.quantities));
    const key = [currency, interval?.count, interval?.unit].join();
    const before = sums.get(key)?.amount ?? '0';
    sums.set(key, { currency, amount: sumOf([before, amount]), ...(interval && { interval }) });
  }
  return html`<dl class="totals">
    ${[...sums.values()].map(
      (sum) =>
        html`<div part="total">
          <dt .textContent=${view.words.total}></dt>
          <dd><bdi .textContent=${inWords(sum, view)}></bdi></dd>
        </div>`,
    )}
  </dl>`;
}

/** What a line costs: reckoned from numbers where they are all there is to it, else as its card says it. */
function costOf(offer: Offer, count: number, view: View): string {
  const { words, settings } = view;
  const { price } = offer;
  if (isPlain(price)) return inWords({ ...price, amount: seatsTotal(price, count) }, view);
  return priceText(priceLine(offer, words, settings.locale) ?? {});
}

const isPlain = (price: Price | undefined): price is Price =>
  Boolean(price) && !price!.isFrom && !price!.intro && !price!.additional?.length;

/** "€87 per month", "€50 once". */
const inWords = ({ amount, currency, interval }: Price, { words, settings: { locale } }: View): string =>
  `${formatAmount(amount, currency, locale)} ${interval ? perInterval(interval, words, locale) : words.once}`;
