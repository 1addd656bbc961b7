import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatAmount, formatInterval } from '../../../src/core/price/format-price.ts';
import type { Offer } from '../../../src/core/offer/offer.ts';

/** What can be done with the list of offers. */
export interface PickerActions {
  onPaths: (paths: string[]) => void;
}

/** The list of offers to choose from, in the order in which they are shown. */
export function offerPicker(
  offers: readonly Offer[],
  paths: readonly string[],
  { onPaths }: PickerActions,
): TemplateResult {
  const shown = inOrder(offers, paths);
  const toggle = (path: string) =>
    onPaths(shown.map((each) => each.path).filter((each) => paths.includes(each) !== (each === path)));
  const move = (path: string, by: number) => {
    const next = paths.filter((each) => each !== path);
    next.splice(paths.indexOf(path) + by, 0, path);
    onPaths(next);
  };
  const names = namesOf(offers);
  return html`
    <fieldset class="control offers">
      <legend>Plans to show, in this order</legend>
      ${shown.map((offer) => {
        const { path } = offer;
        const at = paths.indexOf(path);
        return html`<div class="offer">
          <label
            ><input type="checkbox" .checked=${live(at >= 0)} @change=${() => toggle(path)} /><span
              >${names.get(path)}</span
            ><small>${priceOf(offer)}</small></label
          >
          ${
            at >= 0 && paths.length > 1
              ? html`<button
                    type="button"
                    aria-label="Move ${names.get(path)} up"
                    aria-disabled=${at === 0}
                    @click=${() => at && move(path, -1)}
                  >
                    ↑</button
                  ><button
                    type="button"
                    aria-label="Move ${names.get(path)} down"
                    aria-disabled=${at === paths.length - 1}
                    @click=${() => at < paths.length - 1 && move(path, 1)}
                  >
                    ↓
                  </button>`
              : nothing
          }
        </div>`;
      })}
    </fieldset>
  `;
}

/** The offers with those that are shown in their order; the others stay where they are. */
function inOrder(offers: readonly Offer[], paths: readonly string[]): Offer[] {
  const shown = paths.flatMap((path) => offers.find((offer) => offer.path === path) ?? []);
  return offers.map((offer) => (paths.includes(offer.path) ? shown.shift()! : offer));
}

/** What tells offers apart: of those with one name, their group as well. */
function namesOf(offers: readonly Offer[]): ReadonlyMap<string, string> {
  const isTwice = ({ name }: Offer) => offers.filter((offer) => offer.name === name).length > 1;
  return new Map(
    offers.map((offer) => [
      offer.path,
      isTwice(offer) && offer.group ? `${offer.name}, ${offer.group}` : offer.name,
    ]),
  );
}

function priceOf({ price, displayPrice }: Offer) {
  if (!price) return displayPrice?.map(({ text }) => text).join('') ?? nothing;
  const { amount, currency, interval } = price;
  return `${formatAmount(amount, currency, 'en')}${interval ? ` / ${formatInterval(interval, 'en').replace(/^1 /, '')}` : ''}`;
}
