import { css } from 'lit';

/** How many, between a button for fewer and one for more. */
export const stepperStyles = css`
  .stepper {
    display: inline-flex;
    justify-self: start;
    border: 1px solid var(--_strong);
    border-radius: var(--_inner);
    background: var(--_surface);
  }
  .stepper :is(button, input) {
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: max(0px, var(--_inner) - 1px);
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: center;
    cursor: pointer;
  }
  .stepper input {
    inline-size: 4em;
    cursor: text;
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }
  .stepper input::-webkit-inner-spin-button {
    appearance: none;
  }
  .stepper button:hover {
    background: var(--_wash);
  }
  .stepper button:active {
    background: var(--_press);
  }
  .stepper button[aria-disabled] {
    background: none;
    color: var(--_strong);
    cursor: not-allowed;
  }
  @media print {
    .stepper {
      display: none;
    }
  }
`;
