import { css } from 'lit';

/** What can be switched, selected and copied: 44 px high, with a visible focus. */
export const styles = css`
  .choice {
    background: var(--surface);
    color: var(--text);
  }
  .choice:hover {
    background: color-mix(in oklab, var(--accent) 10%, var(--surface));
  }
  .choice input,
  .group input {
    margin: 0;
    margin-inline-end: 8px;
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--accent);
    vertical-align: -3px;
  }
  .groups {
    border: 0;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    inline-size: fit-content;
    margin: 0 auto 16px;
    padding: 4px;
    border-radius: 99px;
    background: color-mix(in oklab, var(--text) 8%, var(--surface));
    color: var(--text);
  }
  .group {
    position: relative;
    padding: 8px 20px;
    border-radius: 99px;
    line-height: 28px;
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
  .group:has(:checked) {
    background: var(--surface);
    font-weight: 600;
    box-shadow: 0 1px 3px rgb(0 0 0 / 20%);
  }

  .basket {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 46px;
    margin-block-start: var(--gap);
    padding-block: 12px;
    padding-inline: 24px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  :has(> input:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .choice > input:focus-visible,
  .group > input:focus-visible {
    outline: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .group {
      transition: background-color 120ms;
    }
  }
  @media (forced-colors: active) {
    .group:has(:checked) {
      border: 1px solid;
    }
    :has(> input:focus-visible) {
      outline-color: Highlight;
    }
  }
`;
