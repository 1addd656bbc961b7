import { css } from 'lit';

const row = css`
  .offers {
    grid-template-columns: 100%;
    row-gap: 16px;
    max-inline-size: 1080px;
    margin-block-end: 0;
  }
  .card {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 16px;
    margin: 0;
    padding: 16px;
  }
  .card:has(.badge:not(:empty)) {
    margin-block-start: 8px;
    padding-block-start: 20px;
  }
  .card::before {
    content: none;
  }
  .badge {
    position: absolute;
    inset-block-end: calc(100% - 0.923em);
    inset-inline-start: 15px;
    max-inline-size: calc(100% - 30px);
    margin: 0;
  }
  /* Its longest word or amount says how narrow it can be; a button that does not fit beside takes a line of its own. */
  .lead {
    display: block;
    flex: 999 1 min(100%, 8em);
    min-inline-size: min-content;
  }
  .lead > * {
    max-inline-size: calc(min(100cqi, 1080px) - 34px);
  }
  .name {
    font-size: 1.0625em;
  }
  .price {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 8px;
    padding: 4px 0 0;
  }
  .price .amount,
  .price strong,
  .own:not(:has(strong)) {
    font-size: 1.125em;
  }
  .price .own {
    padding: 0;
  }
  .cta {
    padding-inline: 12px;
  }
  .actions {
    flex: 1 0 auto;
    max-inline-size: 100%;
    padding: 0;
  }
  .features {
    flex: 1 1 100%;
    padding-block: 0;
  }
`;

const list = css`
  .list {
    .frame {
      --_widest: 1080px;
    }
    ${row}
    @container limio (width >= 720px) {
      .card {
        display: grid;
        grid-template: auto / minmax(min-content, 5fr) minmax(0, 7fr) minmax(200px, 3fr);
        column-gap: 24px;
        padding: 24px;
      }
      /* A browser that knows the language would rather hyphenate than widen the column. */
      .lead {
        hyphens: manual;
      }
      .lead > * {
        max-inline-size: 40cqi;
      }
      .features {
        grid-area: 1 / 2;
        /* A second column only where the words of both have room. */
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 11.5em), 1fr));
        column-gap: 52px;
      }
      .actions {
        grid-area: 1 / 3;
      }
      .name {
        font-size: 1.25em;
      }
      .price .amount,
      .price strong,
      .own:not(:has(strong)) {
        font-size: 1.5em;
      }
    }
  }
`;

const compact = css`
  .compact {
    .frame {
      --_widest: var(--_most);
    }
    ${row}
    .lead {
      flex-basis: min(100%, 6em);
    }
    :is(.features, .summary, img) {
      display: none;
    }
  }
`;

const auto = css`
  .auto {
    @container limio (width < 320px) {
      ${row}
    }
  }
`;

/** Rows instead of cards, by layout: where they are asked for, and in a narrow chat panel. */
export const rows = { list, compact, auto };
