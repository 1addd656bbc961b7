import { css } from 'lit';

/** The call to action alone, in a line of text. */
export const button = css`
  .button {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 8px;
    max-inline-size: 100%;
  }
  .button .cta {
    max-inline-size: 100%;
    flex-wrap: wrap;
    overflow-wrap: anywhere;
  }
`;
