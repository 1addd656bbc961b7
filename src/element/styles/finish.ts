import { css } from 'lit';

/** States of what is pressed, and what nobody sees: without them, the first paint looks the same. */
export const states = css`
  /* Not on the whole list: all that inherits would be styled anew. */
  .cta,
  button,
  .notice {
    --_wash: color-mix(in srgb, var(--_text) 6%, var(--_surface));
    --_press: color-mix(in srgb, var(--_text) 12%, var(--_surface));
    /* Away from the text on the accent: contrast only grows. */
    --_off-fill: rgb(from var(--_on-fill) calc(255 - r) calc(255 - g) calc(255 - b));
  }
  /* Whoever moves by keyboard, or listens, meets the cards in the order in which they are seen. */
  .offers {
    reading-flow: grid-order;
  }
  .cta:hover {
    background: color-mix(in srgb, var(--_off-fill) 16%, var(--_fill));
  }
  .cta:active {
    background: color-mix(in srgb, var(--_off-fill) 34%, var(--_fill));
  }
  /* Each state is written out: a nested one becomes an :is(), which looks for the highlighted card once for each card. */
  .frame:has(.highlighted) .card:not(.highlighted) .cta:hover {
    border-color: currentColor;
    background: var(--_wash);
  }
  .frame:has(.highlighted) .card:not(.highlighted) .cta:active {
    background: var(--_press);
  }
  /* Two tones: on any colour one of them stands out. Until this is there, the browser's own ring is. */
  :focus-visible {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_surface);
  }
  @media screen and (prefers-reduced-motion: no-preference) {
    .cta {
      transition: 120ms;
      transition-property: background-color, border-color;
    }
  }
`;

/** More contrast, forced colours, paper: whoever has none of them pays nothing for these. */
export const modes = css`
  @media (prefers-contrast: more) {
    .base {
      --_muted: var(--_text);
      --_line: var(--_strong);
      --_strong: var(--_text);
    }
  }
  @media (forced-colors: active) {
    /* These come late, and an outline moves nothing. */
    .highlighted,
    .badge {
      outline: 2px solid;
    }
    /* Above the line of its card. */
    .badge {
      position: relative;
    }
  }

  @media print {
    .base {
      --limio-accent: #000;
      --limio-surface: #fff;
      --limio-text: #000;
      --limio-border: initial;
      color-scheme: light;
    }
    /* Each begins on one line, however long the addresses below are. */
    .actions {
      align-content: start;
    }
    .frame .card .cta {
      all: unset;
      display: block;
    }
    .cta::after {
      content: ' ' attr(href);
      overflow-wrap: anywhere;
      hyphens: none;
    }
  }
`;

/** What the first paint of cards does without. */
export const styles = [modes, states];
