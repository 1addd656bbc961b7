import { html, nothing } from 'lit';
import type { Segment } from '../../core/offer/offer.ts';
import type { PriceLine } from '../../core/price/plain-price-line.ts';
import type { Messages } from '../../locales/messages.ts';

/**
 * What an offer costs: what is paid first, the amount, and how often it is charged.
 *
 * The former price is heard before the amount and seen after it.
 *
 * @param former the former price, with what is saved on it.
 * @param monthly what it comes to in a month.
 */
export const renderPrice = (
  price: PriceLine,
  words: Messages,
  former: unknown = price.was && formerPrice(price.was, words),
  monthly?: unknown,
) =>
  html`<p class="per" .textContent=${[price.intro, price.before].filter(Boolean).join(' ')}></p>
    <p class="line">
      ${former ? html`${former}<span class="unseen">${words.now} </span>` : nothing}
      <bdi class="amount" part="amount" .textContent=${price.amount ?? plain(price.own)}></bdi>
    </p>
    <div class="per">
      <p part="interval" .textContent=${price.per ?? ''}></p>
      ${monthly} ${price.additional?.map((line) => html`<p .textContent=${line}></p>`)}
    </div>`;

/** A price that no longer holds. */
export const formerPrice = (text: string, words: Messages) =>
  html`<s part="was"><span class="unseen">${words.was} </span><bdi .textContent=${text}></bdi></s> `;

/** Words without their style. */
export const plain = (parts: readonly Segment[] = []) => parts.map(({ text }) => text).join('');
