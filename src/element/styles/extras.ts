import { css } from 'lit';

/** Images, notes below the list, prices in the merchant's own words, and features that are more than a line of text. */
export const extras = css`
  img {
    display: block;
    block-size: 40px;
    max-inline-size: 100%;
    margin-block-end: 12px;
    object-fit: contain;
  }
  .own {
    grid-row: 2;
    font-size: 1.5em;
    font-weight: 650;
    line-height: 1.3334;
    /* On the line of amounts in other cards. */
    padding-block: 0.5625em 0.1em;
  }
  .own:has(strong) {
    padding: 0;
    font-size: 1em;
    font-weight: 400;
  }
  .own strong {
    font-size: 2.5em;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.02em;
  }
  :is(.long, .longer) .own {
    padding: 0;
  }
  :is(.long, .longer) .own strong {
    font-size: 1.5em;
  }
  /* Where no interval stands below a price, its line is free for what else is said. */
  .lead:not(:has(.per)) > :is(.price, .small) {
    grid-row: span 2;
    margin: 0;
  }
  /* An address with a hyphen more would be another. */
  .place {
    hyphens: none;
  }
  .quiet {
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_strong);
    color: var(--_text);
  }
  .quiet + .badge {
    display: none;
  }
  /* A plan the customer has may leave nothing to press. */
  .actions:not(:has(*)) {
    padding: 0;
  }
  .excluded {
    color: var(--_muted);
  }
  .features .excluded::before {
    inset-block-start: 0.7em;
    inset-inline-start: -1.5em;
    inline-size: 0.6em;
    block-size: 0;
    border-color: currentColor;
    rotate: none;
  }
  h4 {
    font: inherit;
  }
  .heading {
    grid-column: 1 / -1;
    /* 1.75em of the list. */
    margin-inline-start: -2em;
    font-size: 0.875em;
    font-weight: 600;
  }
  .heading:not(:first-child) {
    padding-block-start: 16px;
  }
  .note {
    margin-block-start: 8px;
    font-size: 0.875em;
    text-align: center;
  }
  :not(.note) + .note {
    margin-block-start: 24px;
  }
  /* The line of trust is one note more. */
  .base:has(> .note) ~ slot::slotted([slot='trust']) {
    margin-block-start: 8px !important;
  }
`;
