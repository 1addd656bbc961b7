import { html, nothing, type TemplateResult } from 'lit';
import type { Quantity } from '../../core/offer/offer.ts';
import type { CardView } from '../view/view.ts';
import type { Messages } from '../../locales/messages.ts';

/** Chooses how many, within what the offer allows. */
export function stepper(
  { name }: CardView,
  { min, max, step }: Quantity,
  count: number,
  words: Messages,
  onChange: (count: number) => void,
): TemplateResult {
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
  return html`<div class="stepper" part="quantity" role="group" aria-label="${words.quantity}, ${name}">
    <span>${words.quantity}</span>
    <span
      >${button('−', words.fewer, count - step)}<output .textContent=${String(count)}></output
      >${button('+', words.more, count + step)}</span
    >
  </div>`;
}
