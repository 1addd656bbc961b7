import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatAmount, formatInterval } from '../../src/core/price/format-price.ts';
import type { Offer } from '../../src/core/offer/offer.ts';

/** The list of offers to choose from, group by group. */
export function offerPicker(
  offers: readonly Offer[],
  paths: readonly string[],
  set: (paths: string[]) => void,
) {
  const groups = [...new Set(offers.map(({ group }) => group ?? ''))];
  const toggle = (path: string) => {
    const known = offers.map((offer) => offer.path);
    set(known.filter((each) => paths.includes(each) !== (each === path)));
  };
  return groups.map(
    (group) => html`
      <fieldset class="control offers">
        <legend>${group ? group[0]!.toUpperCase() + group.slice(1) : 'Others'}</legend>
        ${offers
          .filter((offer) => (offer.group ?? '') === group)
          .map(
            (offer) => html`
              <label
                ><input
                  type="checkbox"
                  .checked=${live(paths.includes(offer.path))}
                  @change=${() => toggle(offer.path)}
                /><span>${offer.name}</span><small>${priceOf(offer)}</small></label
              >
            `,
          )}
      </fieldset>
    `,
  );
}

function priceOf({ price }: Offer) {
  if (!price) return nothing;
  const { amount, currency, interval } = price;
  return `${formatAmount(amount, currency, 'en')}${interval ? ` / ${formatInterval(interval, 'en').replace(/^1 /, '')}` : ''}`;
}
