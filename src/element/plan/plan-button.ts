import { html, nothing, type TemplateResult } from 'lit';
import type { PlanView } from './plan-view.ts';

/**
 * A button that takes a step. While one is under way it keeps the focus and does nothing.
 *
 * @param id of what it is about.
 */
export const stepButton = (
  part: string,
  text: string,
  { isBusy }: PlanView,
  onPress: () => void,
  id?: string,
): TemplateResult =>
  html`<button
    class="cta choice"
    part=${part}
    type="button"
    data-id=${id ?? nothing}
    aria-disabled=${isBusy ? 'true' : nothing}
    .textContent=${text}
    @click=${() => isBusy || onPress()}
  ></button>`;

/** Says that a step did not work, where it did not. */
export const alertOf = (hasFailed: unknown, { words }: PlanView) =>
  hasFailed ? html`<p class="alert" part="message" role="alert">${words.planFailed}</p>` : nothing;
