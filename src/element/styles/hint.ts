import { css } from 'lit';

/** The button that asks what a feature means, and the answer. */
export const hint = css`
  .hint {
    position: relative;
    inline-size: 24px;
    block-size: 24px;
    margin-block: -4px;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_muted);
    vertical-align: middle;
    cursor: pointer;
  }
  .hint:hover,
  .hint[aria-expanded='true'] {
    background: color-mix(in srgb, var(--_text) 12%, var(--_surface));
    color: var(--_text);
  }
  .hint svg {
    display: block;
    inline-size: 16px;
    block-size: 16px;
    margin: auto;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  @media (pointer: coarse) {
    .hint::after {
      content: '';
      position: absolute;
      inset: -10px;
    }
  }
  .tip {
    position: absolute;
    inset: auto;
    inline-size: max-content;
    max-inline-size: min(280px, 100vw - 16px);
    padding: 12px 16px;
    border: 1px solid var(--_strong);
    border-radius: var(--_inner);
    /* Nothing below shines through. */
    background: linear-gradient(var(--_surface) 0 0) canvas;
    box-shadow: 0 8px 24px rgb(0 0 0 / 20%);
    color: var(--_text);
    font-size: 0.875em;
    font-weight: 400;
    line-height: 1.4286;
    text-align: start;
    white-space: normal;
  }
  /* Where there are no popovers, the words stand in the line. */
  @supports not selector(:popover-open) {
    .hint {
      display: none;
    }
    .tip {
      display: block;
      position: static;
      padding: 0;
      border: 0;
      box-shadow: none;
    }
  }
  @media print {
    .hint {
      display: none;
    }
  }
`;
