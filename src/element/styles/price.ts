import { css } from 'lit';

/** The amount that is charged is the largest; amounts stand on one line, and so do the words below them. */
export const price = css`
  .price {
    display: grid;
    grid-row: span 3;
    grid-template: subgrid / 100%;
    padding-block-start: 20px;
    font-variant-numeric: tabular-nums;
  }
  .line {
    grid-row: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 8px;
  }
  .line ~ .per {
    grid-row: 3;
  }
  .amount {
    order: -1;
    font-size: 2.5em;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.02em;
  }
  /* An amount stays whole: the longest of a list sets the size of all. */
  .long .amount {
    font-size: 1.5em;
  }
  .longer .amount {
    font-size: 1.125em;
  }
  .per,
  .small {
    font-size: 0.875em;
    /* 20 px of 16. A number, as minifiers write a calc() out and round it down. */
    line-height: 1.4286;
  }
  .per p + p,
  .small:has(*) {
    margin-block-start: 4px;
  }
`;
