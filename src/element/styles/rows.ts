import { css } from 'lit';

const row = css`
  .cards {
    grid-template-columns: 100%;
    gap: 16px;
  }
  .card {
    grid-row: auto;
    grid-template: 'top actions' 'price actions' 'small small' / 1fr auto;
    column-gap: 12px;
    max-inline-size: none;
    padding: 16px;
    align-items: center;
  }
  .card::before {
    content: none;
  }
  .card:has(.badge:not(:empty)) {
    padding-block-start: 20px;
  }
  .badge {
    inset-inline-start: 15px;
  }
  .top {
    grid-area: top;
  }
  .price {
    grid-area: price;
    padding-block-start: 0;
  }
  .small {
    grid-area: small;
  }
  .actions {
    grid-area: actions;
    padding-block-start: 0;
  }
  .amount,
  .own strong {
    font-size: 1.125em;
  }
  h3 {
    font-size: 1.0625em;
  }
  .cta {
    padding-inline: 14px;
  }
`;

const brief = css`
  .features,
  .summary,
  img {
    display: none;
  }
`;

/** Rows instead of cards: where they are asked for, and in a narrow chat panel. */
export const rows = css`
  .list {
    ${row}
    .features {
      grid-column: 1 / -1;
    }
  }
  .compact {
    ${row}
    ${brief}
  }
  .auto {
    @container limio (width < 320px) {
      ${row}
      ${brief}
    }
  }
`;
