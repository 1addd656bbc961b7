import { css } from 'lit';

/** Savings beside a price and on the switch. */
export const styles = css`
  /* Wraps as one. */
  .former {
    display: inline-flex;
    align-items: baseline;
    gap: 8px;
    white-space: nowrap;
  }
  .pill {
    display: inline-block;
    padding-inline: 8px;
    border-radius: min(99px, var(--_radius));
    background: color-mix(in oklab, var(--_accent) 10%, var(--_surface));
    box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--_mark) 30%, transparent);
    color: var(--_accent-text);
    font-size: 0.8125em;
    font-weight: 600;
    line-height: 1.8462;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .base {
    /* Words in the accent: 4.5 : 1 on its tint, too. */
    --_accent-text: light-dark(
      color(
        from var(--_accent) xyz-d65 calc(x * min(1, 0.13 / y)) calc(y * min(1, 0.13 / y))
          calc(z * min(1, 0.13 / y))
      ),
      color(
        from var(--_accent) xyz-d65 calc(x + max(0, (0.3 - y) / (1 - y)) * (0.95 - x)) calc(max(y, 0.3))
          calc(z + max(0, (0.3 - y) / (1 - y)) * (1.089 - z))
      )
    );
  }
  .group {
    flex-wrap: wrap;
    justify-content: center;
    column-gap: 8px;
  }
  @media (forced-colors: active) {
    .pill {
      border: 1px solid;
    }
  }
`;
