import type { Offer } from '../../../src/core/offer/offer.ts';
import { styles } from '../../../src/element/styles/styles.ts';

/** Believes what it is given. */
export const read = (json: string): Offer[] => JSON.parse(json) as Offer[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<"]/g, (sign) => ENTITIES[sign]!);

/** Writes an amount of euros. */
type Money = (amount: string) => string;

/** As pages do. Its first use makes V8 read its data of all languages. */
export function moneyByIntl(): Money {
  const { format } = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
  return (amount) => format(Number(amount));
}

/** The elements, words and classes that our own cards have, without anything that makes them change. */
const card = ({ path, name, summary, price, features, badge }: Offer, shop: string, money: Money): string =>
  `<li class="card"><div class="lead"><div class="top">${
    badge ? `<p class="badge">${escape(badge)}</p>` : ''
  }<h3 class="name">${escape(name)}</h3><p class="summary">${escape(summary!)}</p></div><div class="price"><p class="per"></p><p class="line"><bdi class="amount">${money(
    price!.amount,
  )}</bdi></p><div class="per"><p>per month</p></div></div><div class="small"></div></div><div class="actions"><a class="cta" href="${shop}/checkout?purchase=${encodeURIComponent(path)}" target="_self" rel="noopener" referrerpolicy="origin"><span>Subscribe</span><span class="unseen"> ${escape(name)}</span></a></div><ul class="features" role="list">${features!
    .map((line) => `<li part="feature">${escape(String(line))}</li>`)
    .join('')}</ul></li>`;

/** As our own, by the number of cards. */
export const frameClass = ({ length }: readonly Offer[]): string => `frame n${Math.min(length, 8)}`;

/** Draws offers into `#list`, with the styles of our element. */
export function draw(offers: readonly Offer[], money: Money): void {
  const host = document.querySelector<HTMLElement>('#list')!;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (!root.adoptedStyleSheets.length) root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet!);
  const shop = host.dataset['shop']!;
  root.innerHTML = `<div class="base auto in-auto"><div class="${frameClass(offers)}"><div class="box"><ul class="offers" role="list">${offers
    .map((offer) => card(offer, shop, money))
    .join('')}</ul></div></div></div>`;
}
