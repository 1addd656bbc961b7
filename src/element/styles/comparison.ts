import { css } from 'lit';
import { narrow } from './comparison-narrow.ts';

/** What offers include, side by side. */
export const comparison = css`
  .comparison {
    --_shown: var(--_n);
    --_hide: initial;
    max-inline-size: 1280px;
    margin-inline: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    text-align: start;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    padding: 12px 16px;
    border-block-start: 1px solid var(--_line);
    text-align: start;
    vertical-align: middle;
    font-weight: 400;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  thead :is(th, td) {
    padding-block: 20px 0;
    border: 0;
    /* Rows that pass below do not shine through. */
    background: linear-gradient(var(--_surface) 0 0) canvas;
    vertical-align: top;
  }
  thead .buy td {
    padding-block: 12px 16px;
    border-block-end: 1px solid var(--_strong);
    vertical-align: bottom;
  }
  tr > :first-child {
    inline-size: 28%;
  }
  thead tr:first-child > :first-child {
    border-start-start-radius: var(--_radius);
  }
  thead tr:first-child > :last-child {
    border-start-end-radius: var(--_radius);
  }
  th > * {
    display: block;
  }
  tbody th > * {
    display: inline;
  }
  tr:first-child > .best {
    box-shadow: inset 0 4px var(--_mark);
  }
  tbody .best {
    box-shadow: none !important;
  }
  @media screen {
    .comparison:has(.best) td:not(.best) > .cta {
      border-color: var(--_strong);
      background: var(--_surface);
      color: var(--_text);
      &:hover {
        border-color: currentColor;
        background: var(--_wash);
      }
      &:active {
        background: var(--_press);
      }
    }
  }
  .buy .cta {
    padding-inline: 4px;
  }
  .buy .stepper {
    display: flex;
    justify-self: stretch;
    max-inline-size: 160px;
  }
  .buy input {
    flex: 1;
  }
  .buy > td > * + * {
    margin-block-start: 8px;
  }
  tbody tr:first-child > * {
    border-block-start: 0;
  }
  .set th {
    padding-block: 24px 8px;
    font-size: 0.875em;
    font-weight: 650;
  }
  .set + tr > :is(th, td) {
    border-block-start: 1px solid var(--_line);
  }
  .mark {
    display: block;
    inline-size: 1em;
    block-size: 1lh;
    fill: none;
    stroke: var(--_mark);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .no {
    stroke: var(--_muted);
  }
  /* Not under the head when it has the focus. */
  tbody button {
    scroll-margin-block-start: 160px;
  }
  .pair {
    display: none;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
    padding: 12px 8px;
  }
  .pair select {
    min-block-size: 44px;
    padding-inline: 8px;
    border: 1px solid var(--_strong);
    border-radius: var(--_inner);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  ${narrow}

  .more {
    margin-block-start: 24px;
    /* What a browser puts between has a habit of its own. */
    > * {
      box-sizing: border-box;
    }
  }
  summary.cta {
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-inline: auto;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    flex: none;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -2px;
  }
  [open] > summary::after {
    rotate: 225deg;
    translate: 0 2px;
  }
  .more > .box {
    margin-block-start: 24px;
  }
  @media (height < 560px) {
    thead {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .mark {
      stroke: CanvasText;
    }
    thead tr:first-child > .best {
      padding-block-start: 16px;
      border-block-start: 4px solid;
    }
  }
  @media print {
    thead {
      position: static;
    }
    .comparison td > .cta {
      display: block;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font-size: 0.75em;
      text-align: start;
    }
    /* The cards above it have the addresses. */
    .more .cta::after {
      content: none !important;
    }
    tr {
      break-inside: avoid;
    }
    summary.cta,
    .pair {
      display: none;
    }
    .more::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
