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
    border-radius: var(--_radius);
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
        from var(--_accent) xyz-d65 calc(x + max(0, (0.3 - y) / (1 - y)) * (0.95 - x)) max(y, 0.3)
          calc(z + max(0, (0.3 - y) / (1 - y)) * (1.089 - z))
      )
    );
  }
  .total {
    margin-block: -4px 4px;
    font-size: 0.875em;
    line-height: 1.4286;
    font-variant-numeric: tabular-nums;
  }
  .total :last-child {
    font-weight: 650;
  }
  .actions:has(.total) {
    row-gap: 8px;
  }
  .lines {
    font-variant-numeric: tabular-nums;
  }
  .lines:not(:has(li)) {
    display: none;
  }
  .lines li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0 12px;
    min-block-size: 52px;
    padding-block: 4px;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: break-word;
  }
  .money,
  dd {
    text-align: end;
  }
  .remove {
    position: relative;
    inline-size: 44px;
    block-size: 44px;
    margin-inline-end: -12px;
    border: 0;
    border-radius: var(--_inner);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .remove:hover {
    background: var(--_wash);
  }
  .remove:active {
    background: var(--_press);
  }
  .remove::before,
  .remove::after {
    content: '';
    position: absolute;
    inset: 21px 15px auto;
    border-block-start: 2px solid;
    rotate: 45deg;
  }
  .remove::after {
    rotate: -45deg;
  }
  .totals {
    display: grid;
    gap: 4px;
    padding-block: 12px 8px;
    border-block-start: 1px solid var(--_strong);
    font-variant-numeric: tabular-nums;
  }
  .totals div {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding-inline-end: 44px;
  }
  dd {
    font-weight: 650;
  }
  .group {
    flex-wrap: wrap;
    justify-content: center;
    column-gap: 8px;
  }
  @media print {
    .remove {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .pill {
      border: 1px solid;
    }
  }
`;
