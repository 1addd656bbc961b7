import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import type { Offer } from '../../../src/core/offer/offer.ts';
import { styles } from '../../../src/element/styles/styles.ts';
import { frameClass, read } from './plain-list.ts';

const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });

/** The list that one writes with Lit in a quarter of an hour: the same cards, none of the rest. */
class BareList extends LitElement {
  static override styles = styles.map(unsafeCSS);
  static override properties = { offers: { attribute: false } };
  declare offers: readonly Offer[];

  protected override render(): TemplateResult {
    const shop = this.dataset['shop']!;
    return html`<div class="base auto in-auto">
      <div class=${frameClass(this.offers)}>
        <div class="box">
          <ul class="offers" role="list">
            ${this.offers.map(
              ({ path, name, summary, price, features, badge }) =>
                html`<li class="card">
                  <div class="lead">
                    <div class="top">
                      ${badge ? html`<p class="badge">${badge}</p>` : nothing}
                      <h3 class="name">${name}</h3>
                      <p class="summary">${summary}</p>
                    </div>
                    <div class="price">
                      <p class="per"></p>
                      <p class="line"><bdi class="amount">${money.format(Number(price!.amount))}</bdi></p>
                      <div class="per"><p>per month</p></div>
                    </div>
                    <div class="small"></div>
                  </div>
                  <div class="actions">
                    <a
                      class="cta"
                      href="${shop}/checkout?purchase=${encodeURIComponent(path)}"
                      target="_self"
                      rel="noopener"
                      referrerpolicy="origin"
                      ><span>Subscribe</span><span class="unseen"> ${name}</span></a
                    >
                  </div>
                  <ul class="features" role="list">
                    ${features!.map((line) => html`<li part="feature">${line}</li>`)}
                  </ul>
                </li>`,
            )}
          </ul>
        </div>
      </div>
    </div>`;
  }
}

customElements.define('bare-list', BareList);
const list = document.querySelector<BareList>('bare-list')!;
list.offers = read(document.querySelector('script[type="application/json"]')!.textContent!);
void list.updateComplete.then(() => window.bench.drawn());
