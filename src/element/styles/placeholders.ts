import { css } from 'lit';

/** Bars in place of text, each as high as its line; nothing moves. */
export const placeholders = css`
  /* As where a badge stands on the edge of a card: whether one comes is not known yet. */
  .waited .offers {
    padding-block-start: 0.75em;
  }
  .bar {
    display: block;
    inline-size: 70%;
    block-size: 0.75em;
    margin-block: calc((1lh - 0.75em) / 2);
    border-radius: 4px;
    background: color-mix(in srgb, var(--_text) 12%, var(--_surface));
  }
  .amount .bar {
    inline-size: 2em;
  }
  .actions .bar {
    inline-size: auto;
    block-size: 44px;
    margin: 0;
    background: color-mix(in srgb, var(--_text) 6%, var(--_surface));
  }
`;
