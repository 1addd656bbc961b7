import { css } from 'lit';

/** What can be pressed: 44 px high, with a visible focus, and motion only where it is welcome. */
export const controls = css`
  .cta {
    display: block;
    padding: 10px 20px;
    border: 1px solid var(--accent);
    border-radius: calc(var(--radius) - 4px);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    line-height: 24px;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .cta:hover {
    box-shadow: 0 0 0 3px color-mix(in oklab, var(--accent) 35%, transparent);
  }
  .button .cta {
    display: inline-block;
  }
  .note {
    margin-block-start: 12px;
    text-align: center;
  }
  @media (prefers-reduced-motion: no-preference) {
    .cta {
      transition: box-shadow 120ms;
    }
  }
  @media (forced-colors: active) {
    .highlighted {
      border-width: 3px;
    }
  }
`;
