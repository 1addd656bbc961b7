import { css } from 'lit';

/** Quiet buttons, and what is said to the customer in a box of its own. */
export const notice = css`
  .copy {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    border: 0;
    border-radius: var(--_inner);
    background: none;
    color: var(--_muted);
    font: inherit;
    font-size: 0.9375em;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .copy:hover {
    color: var(--_text);
    text-decoration-thickness: 2px;
  }

  .message {
    display: grid;
    gap: 8px;
    max-inline-size: 560px;
    margin: 0 auto;
    padding: 32px 24px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    text-align: center;
  }
  :is(.frame, .stack, .box, .more) ~ .message {
    margin-block-start: 24px;
  }
  .message .message {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .message input,
  form :is(input, select) {
    min-block-size: 44px;
    inline-size: 100%;
    /* Clear of bars that a page keeps at the edges of its window. */
    scroll-margin: 96px;
    padding-inline: 12px;
    border: 1px solid var(--_strong);
    border-radius: var(--_inner);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  @media print {
    .copy {
      display: none;
    }
  }
`;
