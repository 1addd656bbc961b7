import { css } from 'lit';

/** What stacks the table where it is narrow: the name of a feature over its values. */
export const stacked = css`
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
    background: var(--_surface);
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
    padding-inline: 4px;
    font-size: 0.875em;
  }
  tbody th {
    grid-column: 1 / -1;
    padding: 12px 8px;
  }
  tbody tr > td {
    padding: 4px 8px 12px;
    border: 0;
  }
  .set th {
    padding: 24px 8px 8px;
  }
`;

/** Two at a time, chosen above. */
export const pair = css`
  @media screen {
    & {
      --_shown: 2;
    }
    .pair {
      display: grid;
    }
    .off {
      display: none;
    }
  }
`;
