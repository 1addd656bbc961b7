import { css } from 'lit';

/** The call to action alone, in a line of text. */
export const button = css`
  .button {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 8px;
    max-inline-size: 100%;
  }
  /* A space, which none of them keeps at its edge. */
  .button .cta {
    column-gap: 0.3em;
    max-inline-size: 100%;
    flex-wrap: wrap;
    overflow-wrap: anywhere;
  }
  /* Below them, which it would stretch. */
  .button .message {
    flex: 0 0 100%;
    max-inline-size: none;
  }
`;
