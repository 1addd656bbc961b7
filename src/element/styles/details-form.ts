import { css } from 'lit';

/** The form that asks for details. */
export const styles = css`
  .form {
    --_problem: light-dark(#b3261e, #ffb4ab);
    /* Of the window, as a modal dialog has it; Safari keeps units of the window as they once were. */
    inline-size: min(420px, 100% - 24px);
    max-block-size: calc(100% - 24px);
    margin: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    /* Nothing of the page shines through. */
    background: canvas;
    color: var(--_text);
    overflow: auto;
  }
  .form::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  form {
    position: relative;
    display: grid;
    padding: 24px;
    background: var(--_surface);
  }
  h2 {
    padding-inline-end: 44px;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  .why {
    margin-block: 4px 8px;
    color: var(--_muted);
  }
  form label {
    margin-block: 12px 4px;
    font-weight: 600;
  }
  [aria-invalid] {
    border-color: var(--_problem);
    box-shadow: 0 0 0 1px var(--_problem);
  }
  .problem {
    margin-block-start: 4px;
    color: var(--_problem);
    font-size: 0.9375em;
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
    color: var(--_muted);
    cursor: pointer;
  }
  .close::before,
  .close::after {
    content: '';
    position: absolute;
    inset: 21px 13px auto;
    border-block-start: 2px solid;
    rotate: 45deg;
  }
  .close::after {
    rotate: -45deg;
  }
`;
