import { css } from 'lit';

/** Quiet buttons, and what is said to the customer in a box of its own. */
export const notice = css`
  .copy {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    margin-block-start: 4px;
    border: 0;
    border-radius: calc(var(--radius) - 4px);
    background: none;
    color: var(--muted);
    font: inherit;
    font-size: 0.9375em;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .copy:hover {
    color: var(--text);
  }

  .message {
    display: grid;
    gap: 8px;
    padding: 20px 24px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    margin-block-start: var(--gap);
    text-align: center;
  }
  .message .message {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .message input {
    min-block-size: 44px;
    inline-size: 100%;
    padding-inline: 12px;
    border: 1px solid var(--muted);
    border-radius: calc(var(--radius) - 4px);
    background: var(--surface);
    color: var(--text);
    font: inherit;
  }
`;
