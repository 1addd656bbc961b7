import { html, nothing, type TemplateResult } from 'lit';
import type { PlanView } from './plan-view.ts';

/** What a button is for: its part, its text, and the id of what it is about. */
interface Button {
  part: string;
  text: string;
  id?: string | undefined;
}

/** A button that takes a step. While one is under way it keeps the focus and does nothing. */
export const stepButton = (
  { part, text, id }: Button,
  { isBusy }: PlanView,
  onPress: () => void,
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
