import { css } from 'lit';

/** The present plan and what will be different, in a box as wide as can be read at a glance. */
export const planStyles = css`
  .plan {
    display: grid;
    gap: 24px;
  }
  .change {
    inline-size: 100%;
    max-inline-size: 560px;
    margin-inline: auto;
    padding: 24px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
    hyphens: auto;
    hyphenate-limit-chars: 16;
  }
  .change + .change {
    margin-block-start: 24px;
  }
  .change.waiting {
    min-block-size: 220px;
  }
  /* A merchant's text keeps its own direction, whatever the page's is. */
  .change :is(h3, p, dt) {
    unicode-bidi: plaintext;
    text-align: left;
  }
  .change:dir(rtl) :is(h3, p, dt),
  .fromto p:last-child {
    text-align: right;
  }
  .change:dir(rtl) .fromto p:last-child {
    text-align: left;
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    gap: 24px;
    inline-size: 100%;
    max-inline-size: 1248px;
    margin-inline: auto;
  }
  /* A card each: side by side, no wider than they must be. */
  .kinds:not(:has(.card + .card)) {
    max-inline-size: 824px;
  }
  /* Room for the mark of a card that is chosen, so that nothing moves and cards of both kinds stand on one line. */
  .kinds .offers {
    padding-block-start: 12px;
  }
  :is(.plan, section) > h3,
  .empty {
    text-align: center;
  }
  section > h3 {
    margin-block-end: 4px;
  }
  /* From what the page holds below. */
  .plan:has(*) {
    margin-block-end: 24px;
  }
  small {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
    line-height: 1.4286;
  }
  .fromto {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    align-items: center;
    gap: 16px;
    margin-block: 16px 4px;
  }
  .change svg {
    inline-size: 16px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .fromto svg:dir(rtl) {
    scale: -1 1;
  }
  dl > div,
  .addons li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  dl {
    margin-block-start: 16px;
    border-block-end: 1px solid var(--_line);
  }
  dd {
    margin-inline-start: auto;
    font-weight: 600;
    text-align: end;
  }
  .due,
  .addons,
  .change .stepper {
    margin-block-start: 12px;
  }
  .addons li > :first-child {
    flex: 999 1 128px;
  }
  .addons li:last-child {
    padding-block-end: 0;
  }
  .addons .cta {
    flex: 1 0 auto;
    max-inline-size: 100%;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 20px;
  }
  .ways .cta {
    flex: 1 1 176px;
  }
  .plan button {
    font: inherit;
    font-weight: 600;
  }
  .plan [aria-disabled] {
    cursor: progress;
  }
  .notice {
    display: flex;
    gap: 12px;
    margin-block-start: 16px;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_inner);
    background: var(--_wash);
  }
  .notice svg {
    block-size: 24px;
  }
  .alert {
    margin-block-start: 16px;
    color: light-dark(#b3261e, #ffb4ab);
  }
  /* It was given the focus to be read, and cannot be pressed. */
  h3:focus {
    outline: none;
    box-shadow: none;
  }
  @media print {
    .plan button {
      display: none;
    }
  }
`;
