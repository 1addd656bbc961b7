import { css } from 'lit';

/** What can be switched, selected and copied: 44 px high, with a visible focus. */
export const styles = css`
  .choice {
    gap: 8px;
    cursor: pointer;
  }
  /* With both names, as what is solid is styled after this. */
  .cta.choice:hover,
  .message > .copy:hover {
    border-color: currentColor;
    background: var(--_wash);
  }
  .cta.choice:active {
    background: var(--_press);
  }
  /* As wide as its longer word, so that choosing moves nothing. */
  [data-other] {
    text-align: start;
  }
  [data-other]::after {
    content: attr(data-other);
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
  }
  .choice input {
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--_mark);
  }
  /* Shown now, whatever hides it from pages without the script. */
  ::slotted(:is([slot='empty'], [slot='error'])[hidden]) {
    display: block !important;
    text-align: center;
  }
  .groups {
    border: 0;
    display: flex;
    flex-wrap: wrap;
    inline-size: fit-content;
    max-inline-size: 100%;
    margin: 0 auto 24px;
    padding: 4px;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_text) 6%, var(--_surface));
    box-shadow: inset 0 0 0 1px var(--_line);
    color: var(--_text);
  }
  label.group {
    position: relative;
    display: flex;
    flex-grow: 1;
    align-items: center;
    min-block-size: 44px;
    padding: 4px 16px;
    border: 1px solid transparent;
    border-radius: var(--_inner);
    color: var(--_muted);
    font-weight: 600;
    cursor: pointer;
  }
  .group input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: inherit;
  }
  label.group:hover {
    color: var(--_text);
  }
  /* The weight stays, so that nothing moves. */
  .group:has(:checked) {
    border-color: var(--_strong);
    background: var(--_surface);
    color: var(--_text);
  }

  /* Where several can be chosen, the accent's border means chosen and nothing else. */
  .card:has(.choice) {
    border-color: var(--_line);
    box-shadow: none;
  }
  .card:has(.choice :checked) {
    border-color: var(--_mark);
    box-shadow: 0 0 0 1px var(--_mark);
  }
  /* The tallest group keeps the height. */
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack > * {
    grid-area: 1 / 1;
  }
  .other {
    visibility: hidden;
  }
  .basket {
    display: grid;
    gap: 8px;
    max-inline-size: 640px;
    margin: 32px auto 0;
    padding: 16px 24px 24px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .basket:not(:has(.cta)) {
    padding-block-end: 16px;
  }
  .basket [part='count'] {
    font-weight: 650;
  }
  .message > .copy {
    inline-size: auto;
    justify-self: center;
    margin-block-start: 8px;
    padding-inline: 16px;
    border: 1px solid var(--_strong);
    color: var(--_text);
    font-size: 1em;
    font-weight: 600;
    text-decoration: none;
  }
  /* Below the button that was pressed; what stands beside it stays where it is. */
  .actions > .message {
    margin: 0;
    padding: 12px;
    border-color: var(--_strong);
    border-radius: var(--_inner);
    font-size: 0.875em;
    text-align: start;
  }
  .offers:has(.actions > .message) .actions {
    align-content: start;
  }
  :is(.choice, .group):has(:focus-visible) {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_surface);
  }
  :is(.choice, .group) > input:focus-visible {
    outline: none;
    box-shadow: none;
  }

  @media screen and (prefers-reduced-motion: no-preference) {
    .group {
      transition: background-color 120ms;
    }
  }
  @media (forced-colors: active) {
    /* A thick edge means chosen here, not recommended. */
    .highlighted:has(.choice) {
      outline: none;
    }
    .card:has(.choice :checked) {
      outline: 2px solid;
    }
    .group:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
    :is(.choice, .group):has(:focus-visible) {
      outline-color: Highlight;
    }
  }
  @media print {
    .stack {
      display: block;
    }
    .stack > * {
      visibility: inherit;
    }
    [data-group]::before {
      content: attr(data-group);
      display: block;
      margin-block: 24px 12px;
      font-weight: 650;
    }
    .groups {
      display: none;
    }
  }
`;
