import { html } from 'lit';
import type { Segment } from '../../core/offer/offer.ts';
import type { PriceLine } from '../../core/price/plain-price-line.ts';

/**
 * What an offer costs: what is paid first, the amount, and how often it is charged.
 *
 * @param former the former price, with what is saved on it. It is heard before the amount and seen after it.
 * @param monthly what it comes to in a month.
 */
export const renderPrice = (price: PriceLine, former?: unknown, monthly?: unknown) =>
  html`<p class="per" .textContent=${[price.intro, price.before].filter(Boolean).join(' ')}></p>
    <p class="line">
      ${former}
      <bdi class="amount" part="amount" .textContent=${price.amount ?? plain(price.own)}></bdi>
    </p>
    <div class="per">
      <p part="interval" .textContent=${price.per ?? ''}></p>
      ${monthly} ${price.additional?.map((line) => html`<p .textContent=${line}></p>`)}
    </div>`;

/** Words without their style. */
export const plain = (parts: readonly Segment[] = []) => parts.map(({ text }) => text).join('');
