import type { Offer } from '../../../src/core/offer.ts';
import { styles } from '../../../src/element/styles/styles.ts';

/** Believes what it is given. */
export const read = (json: string): Offer[] => JSON.parse(json) as Offer[];

const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<"]/g, (sign) => ENTITIES[sign]!);

/** The elements, words and classes that our own cards have, without anything that makes them change. */
const card = ({ path, name, summary, price, features, badge }: Offer, shop: string): string =>
  `<li class="card"><div class="top"><h3>${escape(name)}</h3>${
    badge ? `<p class="badge">${escape(badge)}</p>` : ''
  }<p class="summary">${escape(summary!)}</p></div><div class="price"><p class="line"><bdi class="amount">${money.format(
    Number(price!.amount),
  )}</bdi> <span class="per">per month</span></p></div><div class="small"></div><ul class="features" role="list">${features!
    .map((line) => `<li part="feature">${escape(line)}</li>`)
    .join(
      '',
    )}</ul><div class="actions"><a class="cta" href="${shop}/checkout?purchase=${encodeURIComponent(path)}" target="_self" rel="noopener" referrerpolicy="origin"><span>Subscribe</span><span class="unseen"> ${escape(name)}</span></a></div></li>`;

/** Draws offers into `#list`, with the styles of our element. */
export function draw(offers: readonly Offer[], host = document.querySelector<HTMLElement>('#list')!): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (!root.adoptedStyleSheets.length)
    root.adoptedStyleSheets = styles.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  const shop = host.dataset['shop']!;
  root.innerHTML = `<div class="base auto auto"><ul class="cards" role="list">${offers
    .map((offer) => card(offer, shop))
    .join('')}</ul></div>`;
}
