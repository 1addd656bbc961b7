import { css } from 'lit';

/**
 * What the element is on the page, and what comes in from it: the font with its spacing of letters, which a reader
 * may have widened, the colour of words, the language and the colour scheme. Other habits stay out.
 *
 * No slot stands in `.base`: what belongs to the page keeps the page's style. The line of trust alone keeps its distance
 * from the cards, as CSS frameworks take the margins of paragraphs away.
 */
export const base = css`
  :host {
    display: block;
  }
  :host([layout='button']),
  :host([data-layout='button']) {
    display: inline;
  }
  ::slotted([slot='trust']) {
    margin-block: 24px 0 !important;
    font-size: 0.875em;
    text-align: center;
  }
  :host([hidden]) {
    display: none !important;
  }

  .base {
    all: initial;
    display: block;
    box-sizing: border-box;
    color: inherit;
    color-scheme: inherit;
    /* As large as the reader has set it, whatever the page says of its root. */
    font: 400 var(--limio-size, medium) / 1.5 sans-serif;
    font-family: var(--limio-font, inherit);
    letter-spacing: inherit;
    pointer-events: inherit;
    visibility: inherit;
    word-spacing: inherit;
    -webkit-locale: inherit;
    -webkit-text-size-adjust: 100%;
  }
  .in-light {
    color-scheme: light;
  }
  .in-dark {
    color-scheme: dark;
  }

  *,
  ::before {
    box-sizing: inherit;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
