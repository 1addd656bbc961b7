import { css } from 'lit';

/** Cards side by side, their parts on common lines, each card with one clear button. */
export const cards = css`
  /* A margin in place of a gap: a row of parts that no card has costs nothing. */
  .offers {
    /* A height that is asked for of a card goes to its last row alone. */
    grid-auto-rows: minmax(min-content, 0) minmax(min-content, 0) minmax(min-content, 0)
      minmax(min-content, 0) minmax(min-content, 0) minmax(min-content, 0) auto;
    margin-block-end: calc(-1 * var(--_gap));
  }
  /* Firefox and Safari cut the rows of a grid wherever a column of the page ends: a list there stays in one column. */
  @supports not (reading-flow: grid-order) {
    .offers {
      break-inside: avoid;
    }
  }
  /* Those of a group that is not shown count, so that a switch moves nothing. */
  .base:has(.badge:not(:empty)) .offers {
    padding-block-start: 0.75em;
  }
  .card {
    position: relative;
    display: grid;
    grid-row: span 7;
    grid-template: subgrid / 100% 0;
    row-gap: 0;
    margin-block-end: var(--_gap);
    padding: 24px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overflow-wrap: break-word;
    hyphens: auto;
    hyphenate-limit-chars: 16;
    /* On paper, and where a page is set in columns. */
    break-inside: avoid;
  }
  /* Rows of a subgrid grow with what stands in them, not with a height of the card itself. */
  .card::before {
    content: '';
    grid-area: 1 / 2 / -1;
    min-block-size: calc(var(--limio-card-height, 0px) - 50px);
  }
  .lead {
    display: contents;
  }
  /* A merchant's text keeps its own direction, whatever the page's is. */
  .card :is(h3, p, li) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* What an offer does not have. Important, or a page that styles the part would show it. */
  .card :is(p, span):empty {
    display: none !important;
  }
  .highlighted {
    border-color: var(--_mark);
    background: color-mix(in oklab, var(--_accent) 5%, var(--_surface));
    box-shadow:
      0 0 0 1px var(--_mark),
      0 8px 24px rgb(0 0 0 / 12%);
  }
  .name {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.4;
  }
  /* Half on the edge, whatever the size of the text; further lines take room in the card, so that they cover nothing. */
  .badge {
    inline-size: fit-content;
    max-inline-size: 100%;
    margin: calc(-24px - 0.923em) -1px calc(24px - 0.923em);
    padding-inline: 12px;
    border-radius: var(--_radius);
    background: var(--_fill);
    box-shadow: 0 0 0 1px var(--_mark);
    color: var(--_on-fill);
    font-size: 0.8125em;
    font-weight: 600;
    line-height: 1.8462;
    text-wrap: balance;
  }
  .summary {
    margin-block-start: 4px;
  }
  .summary,
  .per,
  .small,
  s {
    color: var(--_muted);
  }
  .features {
    display: grid;
    align-content: start;
    gap: 8px;
    padding-block-start: 24px;
    /* Not on the lines: WebKit mirrors the space beside a text that keeps its own direction. */
    padding-inline-start: 1.75em;
  }
  .features li {
    position: relative;
  }
  [part='feature']::before {
    content: '';
    position: absolute;
    inset-block-start: 0.4em;
    inset-inline-start: -1.4em;
    inline-size: 0.4em;
    block-size: 0.7em;
    border: solid var(--_mark);
    border-width: 0 0.125em 0.125em 0;
    rotate: 42deg;
  }
  .actions {
    display: grid;
    align-content: end;
    gap: 12px;
    padding-block-start: 20px;
  }
  /* The highlighted card first in a column, where focus and speech follow. */
  @supports (reading-flow: grid-order) {
    @container limio (width < 464px) {
      .highlighted {
        order: -1;
      }
    }
  }
`;
