import { css } from 'lit';

/** The form, the number of seats, and what is said when no checkout opened. */
export const styles = css`
  .form {
    /* Of the window, as a modal dialog has it; Safari keeps units of the window as they once were. */
    inline-size: min(420px, 100% - 24px);
    max-block-size: calc(100% - 24px);
    margin: auto;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    overflow: auto;
  }
  .form::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  form {
    position: relative;
    display: grid;
    padding: 24px;
  }
  h2 {
    margin: 0;
    padding-inline-end: 44px;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  .why {
    margin-block: 4px 8px;
    color: var(--muted);
  }
  form label {
    margin-block: 12px 4px;
    font-weight: 600;
  }
  form :is(input, select) {
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 12px;
    border: 1px solid var(--muted);
    border-radius: calc(var(--radius) - 4px);
    background: var(--surface);
    color: var(--text);
    font: inherit;
  }
  [aria-invalid] {
    border-color: var(--problem);
    box-shadow: 0 0 0 1px var(--problem);
  }
  .problem {
    margin-block-start: 4px;
    color: var(--problem);
    font-size: 0.9375em;
  }
  .form,
  .message {
    --problem: light-dark(#b3261e, #ffb4ab);
  }
  form .cta {
    inline-size: 100%;
    margin-block: 24px 4px;
    font: inherit;
    font-weight: 600;
  }
  form .copy {
    display: grid;
    place-content: center;
  }
  .close {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: 99px;
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  .close::before,
  .close::after {
    content: '';
    position: absolute;
    inset: 21px 13px auto;
    border-block-start: 2px solid currentColor;
    transform: rotate(45deg);
  }
  .close::after {
    transform: rotate(-45deg);
  }

  .stepper {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-block-end: 12px;
  }
  .stepper > span {
    display: flex;
    align-items: center;
  }
  .stepper button {
    inline-size: 44px;
    block-size: 44px;
    border: 1px solid var(--muted);
    border-radius: calc(var(--radius) - 4px);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    cursor: pointer;
  }
  .stepper button[aria-disabled] {
    opacity: 0.5;
    cursor: default;
  }
  .stepper output {
    min-inline-size: 44px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  /* Buttons stay on one line, whether there is something to choose above them or not. */
  .base:is(.auto, .cards) .actions {
    align-self: end;
  }
  /* In a row there is no room beside the price. */
  :is(.list, .compact) .actions:has(.stepper) {
    grid-area: 5 / 1 / auto / -1;
    padding-block-start: 12px;
  }
  @container limio (width < 320px) {
    .base.auto .actions {
      align-self: center;
    }
    .base.auto .actions:has(.stepper) {
      grid-area: 5 / 1 / auto / -1;
      align-self: stretch;
      padding-block-start: 12px;
    }
  }
  .cta[aria-busy] {
    cursor: progress;
    opacity: 0.85;
  }
`;
