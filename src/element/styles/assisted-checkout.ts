import { css } from 'lit';

/** A checkout that is under way, and what is said when none opened. */
export const styles = css`
  /* In a row there is no room beside the price. */
  :is(.list, .compact) .actions:has(.stepper) {
    flex-basis: 100%;
  }
  /* Width and height stay. */
  .cta[aria-busy] {
    gap: 8px;
    cursor: progress;
  }
  .cta[aria-busy]::before {
    content: '';
    inline-size: 16px;
    block-size: 16px;
    flex: none;
    margin-inline: -24px 0;
    border: 2px dotted;
    border-radius: 50%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .cta[aria-busy]::before {
      border-style: solid;
      border-inline-end-color: transparent;
      animation: turn 900ms linear infinite;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
