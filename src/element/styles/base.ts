import { css } from 'lit';

/**
 * The page's font with its spacing of letters, which a reader may have widened, and its colour scheme come in;
 * its other habits (tiny roots, capitals, centred text) stay out.
 */
export const base = css`
  :host {
    display: block;
  }
  :host([layout='button']),
  :host([data-layout='button']) {
    display: inline-block;
  }
  :host([hidden]) {
    display: none !important;
  }

  .base {
    --accent: var(--limio-accent, light-dark(#2f4fdd, #9db0ff));
    --surface: var(--limio-surface, light-dark(#fff, #17181c));
    --text: var(--limio-text, light-dark(#1b1d23, #f0f1f5));
    --muted: color-mix(in oklab, var(--text) 74%, var(--surface));
    --line: var(--limio-border, color-mix(in oklab, var(--text) 16%, var(--surface)));
    /* Black or white: whichever is at least 4.5 : 1 on the accent. Its Y is the luminance WCAG reckons with. */
    --on-accent: var(
      --limio-on-accent,
      color(
        from var(--accent) xyz-d65 calc(0.95 * clamp(0, (0.179 - y) * 1e6, 1)) clamp(0, (0.179 - y) * 1e6, 1)
          calc(1.089 * clamp(0, (0.179 - y) * 1e6, 1))
      )
    );
    --radius: var(--limio-radius, 12px);
    --gap: var(--limio-gap, 20px);

    container: limio / inline-size;
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    color: var(--text);
    font: 400 var(--limio-size, 16px) / 1.5 sans-serif;
    font-family: var(--limio-font, inherit);
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    -webkit-text-size-adjust: 100%;
  }
  .in-light {
    color-scheme: light;
  }
  .in-dark {
    color-scheme: dark;
  }
  .button {
    container: none;
    display: inline-block;
  }

  *,
  ::before {
    box-sizing: inherit;
  }
  h3,
  p,
  ul,
  li {
    margin: 0;
    padding: 0;
    min-inline-size: 0;
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
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
`;
