import { html, nothing, type TemplateResult } from 'lit';
import { nearestQuantity } from '../../core/offer/nearest-quantity.ts';
import type { Quantity } from '../../core/offer/offer.ts';
import type { Messages } from '../../locales/messages.ts';
import type { CardView } from '../view/view.ts';

/** Chooses how many, within what the offer allows: by a step, or by typing. */
export function stepper(
  { name }: Pick<CardView, 'name'>,
  bounds: Quantity,
  count: number,
  words: Pick<Messages, 'quantity' | 'fewer' | 'more'>,
  onChange: (count: number) => void,
): TemplateResult {
  const { min, max, step } = bounds;
  const button = (sign: string, label: string, next: number) => {
    const isPossible = next >= min && next <= max;
    // Not `disabled`: that would throw the focus away when the end is reached.
    return html`<button
      type="button"
      aria-label="${label}, ${name}"
      aria-disabled=${isPossible ? nothing : 'true'}
      @click=${() => isPossible && onChange(next)}
    >
      ${sign}
    </button>`;
  };
  const onTyped = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    const { value, valueAsNumber } = field;
    const next = nearestQuantity(bounds, value ? valueAsNumber : count);
    // Drawing changes nothing where the number is the one that was there before.
    field.value = String(next);
    onChange(next);
  };
  return html`<div class="stepper" part="quantity" role="group" aria-label="${words.quantity}, ${name}">
    ${button('−', words.fewer, count - step)}<input
      type="number"
      inputmode="numeric"
      min=${min}
      max=${max}
      step=${step}
      aria-label="${words.quantity}, ${name}"
      .value=${String(count)}
      @change=${onTyped}
    />${button('+', words.more, count + step)}
  </div>`;
}
