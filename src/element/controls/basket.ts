import { html, nothing } from 'lit';
import type { Actions } from '../actions.ts';
import type { CardView, View } from '../view/view.ts';
import type { Messages } from '../../locales/messages.ts';
import { fill } from '../../core/fill.ts';

/** How many are selected, in words. */
export const countOf = (count: number, words: Messages): string =>
  count ? fill(words.count, { count }) : words.none;

/**
 * What is selected so far, and the one checkout for it.
 *
 * @param lines each with its price; left out where they cannot be had: then their names are listed.
 */
export const basket = (
  { words, settings }: View,
  { href, offers, isBusy }: NonNullable<View['basket']>,
  actions: Actions,
  lines: unknown,
) => html`
  <div class="basket" part="basket" tabindex="-1" role="group" aria-label=${words.selection}>
    <p part="count" .textContent=${countOf(offers.length, words)}></p>
    ${lines ?? html`<p class="small" .textContent=${offers.map(({ name }) => name).join(', ')}></p>`}
    ${
      href
        ? html`<a
            class="cta"
            part="cta"
            href=${href}
            referrerpolicy="origin"
            target=${settings.target}
            rel="noopener"
            aria-busy=${isBusy ? 'true' : nothing}
            @click=${(event: MouseEvent) => actions.onFollow(offers, href, event)}
            >${words.checkout}${settings.target === '_blank' ? html`<span class="unseen"> (${words.window})</span>` : nothing}</a
          >`
        : nothing
    }
  </div>
`;

/** The choice on a card, where several can be chosen. */
export const selectBox = (view: CardView, words: Messages, onChange: () => void) => html`
  <label class="cta choice" part="cta"
    ><input type="checkbox" .checked=${view.isSelected} @change=${onChange} /><span
      data-other=${view.isSelected ? words.select : words.selected}
      .textContent=${view.isSelected ? words.selected : words.select}
    ></span
    ><span class="unseen" .textContent=${` ${view.name}`}></span
  ></label>
`;
