import { css } from 'lit';

/** Cards side by side, their parts on common lines, each card with one clear button. */
export const cards = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--limio-column, 240px)), 1fr));
    gap: var(--gap);
    padding-block-start: 14px;
  }
  .card {
    position: relative;
    display: grid;
    grid-row: span 5;
    grid-template: subgrid / 100% 0;
    row-gap: 0;
    max-inline-size: 420px;
    padding: 28px 24px 24px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow-wrap: anywhere;
  }
  /* Rows of a subgrid grow with what stands in them, not with a height of the card itself. */
  .card::before {
    content: '';
    grid-area: 1 / 2 / -1;
    min-block-size: calc(var(--limio-card-height, 0px) - 54px);
  }
  /* A merchant's text keeps its own direction, whatever the page's is. */
  .card :is(h3, p, li) {
    unicode-bidi: plaintext;
    text-align: left;
  }
  .card:dir(rtl) :is(h3, p, li) {
    text-align: right;
  }
  /* What an offer does not have. Important, or a page that styles the part would show it. */
  .card :is(p, span):empty:not(.bar) {
    display: none !important;
  }
  .highlighted {
    border-color: var(--accent);
    background: color-mix(in oklab, var(--accent) 6%, var(--surface));
    box-shadow: 0 0 0 1px var(--accent);
  }
  h3,
  .own:not(:has(strong)) {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  img {
    display: block;
    block-size: 40px;
    max-inline-size: 100%;
    margin-block-end: 12px;
    object-fit: contain;
  }
  .badge {
    position: absolute;
    inset-block-start: -13px;
    inset-inline-start: 23px;
    max-inline-size: calc(100% - 46px);
    padding: 2px 12px;
    border-radius: 99px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.8125em;
    font-weight: 600;
    line-height: 22px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .summary {
    margin-block-start: 4px;
    color: var(--muted);
  }
  .price {
    align-content: end;
    padding-block-start: 16px;
    font-variant-numeric: tabular-nums;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 6px;
  }
  .amount,
  .own strong {
    font-size: 2em;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.02em;
  }
  .per,
  .small,
  s {
    color: var(--muted);
    font-size: 0.9375em;
  }
  .small {
    font-size: 0.875em;
    padding-block-start: 4px;
  }
  .features {
    display: grid;
    align-content: start;
    gap: 8px;
    padding-block: 20px 4px;
    /* Not on the lines: WebKit mirrors the space beside a text that keeps its own direction. */
    padding-inline-start: 28px;
  }
  .features li {
    position: relative;
  }
  .features [part]::before {
    content: '';
    position: absolute;
    inset-block-start: 0.4em;
    inset-inline-start: -24px;
    inline-size: 6px;
    block-size: 12px;
    border: solid color-mix(in oklab, var(--accent) 70%, var(--text));
    border-width: 0 2px 2px 0;
    transform: rotate(42deg);
  }
  .features h4 {
    margin-block: 8px 0;
    margin-inline: -28px 0;
    font-size: inherit;
  }
  .features .excluded {
    opacity: 0.8;
    text-decoration: line-through;
  }
  .features .excluded::before {
    border-width: 0 0 2px;
    transform: none;
  }
  .actions {
    padding-block-start: 20px;
  }
  .bar {
    inline-size: 80%;
    block-size: 1em;
    margin-block: 0.25em;
    border-radius: 4px;
    background: var(--line);
  }
  .price .bar {
    inline-size: 50%;
    block-size: 2em;
  }
`;
