import { css } from 'lit';

/** The name of a feature over its values. */
const stacked = css`
  :is(table, thead, tbody) {
    display: block;
  }
  tr {
    display: grid;
    grid-template-columns: repeat(var(--_shown), minmax(0, 1fr));
  }
  tr > :first-child {
    inline-size: auto;
  }
  thead {
    border-block-end: 1px solid var(--_strong);
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: linear-gradient(var(--_surface) 0 0) canvas;
  }
  thead :is(th, td),
  thead .buy td {
    padding: 16px 8px 0;
    border: 0;
    background: none;
  }
  thead .buy td {
    align-content: end;
    padding-block: 8px 12px;
  }
  thead td:first-child {
    display: none;
  }
  .name {
    font-size: 1em;
    line-height: 1.5;
  }
  thead .cta {
    font-size: 0.875em;
  }
  tbody th {
    grid-column: 1 / -1;
    padding: 12px 8px 0;
  }
  tbody tr > td {
    padding: 4px 8px 12px;
    border: 0;
  }
  .set th {
    padding: 24px 8px 8px;
  }
`;

/** Two at a time, chosen above. On paper nothing can be chosen. */
const pair = css`
  @media screen {
    & {
      --_shown: 2;
      --_hide: none;
    }
    .pair {
      display: grid;
    }
    .off {
      display: none;
    }
  }
`;

/**
 * Where there is no room: names stand over values, and where words would be broken still, two offers are compared.
 *
 * By their number, as a container can be asked for its width alone: a column needs some 130 px beside the names, 120 px
 * below them, of a text of 16 px.
 */
export const narrow = css`
  @container limio (width < 40em) {
    .comparison {
      ${stacked}
    }
  }
  @container limio (width < 52em) {
    .comparison.n4 {
      ${stacked}
    }
  }
  @container limio (width < 65em) {
    .comparison.n5 {
      ${stacked}
    }
  }
  .comparison:is(.n6, .n7, .n8, .n9) {
    ${stacked}
  }
  @container limio (width < 21.25em) {
    .comparison.n3 {
      ${pair}
    }
  }
  @container limio (width < 40em) {
    .comparison:is(.n4, .n5, :has(.stepper)):has(> .pair) {
      ${pair}
    }
  }
  @container limio (width < 46em) {
    .comparison.n6 {
      ${pair}
    }
  }
  @container limio (width < 54em) {
    .comparison.n7 {
      ${pair}
    }
  }
  @container limio (width < 62em) {
    .comparison.n8 {
      ${pair}
    }
  }
  .comparison.n9 {
    --_n: 6;
    ${pair}
  }
`;
