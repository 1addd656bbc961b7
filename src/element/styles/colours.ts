import { css } from 'lit';

/**
 * What a page sets, and what follows from it.
 *
 * The Y of XYZ is the luminance WCAG reckons contrast with, so that any accent is made readable by its number:
 * 4.5 : 1 for words, 3 : 1 for lines and marks, and a solid button never looks like an outline.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
export const colours = css`
  .base {
    /* What shines through, or lies beyond what a screen shows, has no luminance to reckon with. */
    --_accent: rgb(
      from var(--limio-accent, light-dark(#2f4fdd, #9db0ff)) clamp(0, r, 255) clamp(0, g, 255)
        clamp(0, b, 255) / 1
    );
    --_surface: var(--limio-surface, light-dark(#fff, #17181c));
    --_text: var(--limio-text, light-dark(#1b1d23, #f0f1f5));
    --_muted: color-mix(in oklab, var(--_text) 74%, var(--_surface));
    --_line: var(--limio-border, color-mix(in oklab, var(--_text) 16%, var(--_surface)));
    --_strong: color-mix(in oklab, var(--_text) 54%, var(--_surface));
    /* Darkened on light, on dark mixed with white, as far as it must be. */
    --_fill: light-dark(
      color(
        from var(--_accent) xyz-d65 calc(x * min(1, 0.72 / y)) calc(y * min(1, 0.72 / y))
          calc(z * min(1, 0.72 / y))
      ),
      color(
        from var(--_accent) xyz-d65 calc(x + max(0, (0.1 - y) / (1 - y)) * (0.95 - x)) max(y, 0.1)
          calc(z + max(0, (0.1 - y) / (1 - y)) * (1.089 - z))
      )
    );
    --_mark: light-dark(
      color(
        from var(--_accent) xyz-d65 calc(x * min(1, 0.24 / y)) calc(y * min(1, 0.24 / y))
          calc(z * min(1, 0.24 / y))
      ),
      color(
        from var(--_accent) xyz-d65 calc(x + max(0, (0.17 - y) / (1 - y)) * (0.95 - x)) max(y, 0.17)
          calc(z + max(0, (0.17 - y) / (1 - y)) * (1.089 - z))
      )
    );
    --_on-fill: var(
      --limio-on-accent,
      color(
        from var(--_fill) xyz-d65 calc(0.95 * clamp(0, (0.179 - y) * 9999, 1)) clamp(0, (0.179 - y) * 9999, 1)
          calc(1.089 * clamp(0, (0.179 - y) * 9999, 1))
      )
    );
    /* Of a rounder card, words would stand outside. */
    --_radius: min(32px, var(--limio-radius, 12px));
    --_inner: max(0px, var(--_radius) - 4px);
    --_gap: var(--limio-gap, 24px);
  }
`;
