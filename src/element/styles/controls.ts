import { css } from 'lit';

/** What can be pressed: 44 px high, one of them with more weight. */
export const controls = css`
  .cta {
    display: flex;
    align-items: center;
    justify-content: center;
    min-block-size: 44px;
    padding: 9px 16px;
    border: 1px solid;
    /* Apart: what turns out to be no colour leaves the edge in the colour of the text. */
    border-color: var(--_mark);
    border-radius: var(--_inner);
    background: var(--_fill);
    color: var(--_on-fill);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    text-wrap: balance;
  }
  /* As wide as its card: room for long words, not for air. */
  .card .cta {
    padding-inline: 8px;
  }
  /* One card carries the weight where one is highlighted. */
  .frame:has(.highlighted) .card:not(.highlighted) .cta,
  .choice {
    border-color: var(--_strong);
    background: var(--_surface);
    color: var(--_text);
  }
`;
