import { css } from 'lit';

/**
 * How wide the list is, and how many cards stand in a row.
 *
 * A list inside a container has no width of its own, so a parent that fits its content would leave it none. The
 * `::before` has no height and says how wide the list would like to be. `(100% - a) * 9999` is a switch: larger than
 * anything where `a` fits, less than nothing where it does not.
 */
export const frame = css`
  .frame {
    /* So many in a row where not all fit into one, and room to spare where that is a choice. */
    --_k: 1;
    --_roomy: clamp(1, var(--_n) - 2.85, 1.15);
    --_least: var(--limio-column, max(220px, 13.75em));
    --_most: max(400px, var(--_least));
    --_widest: calc(var(--_n) * var(--_most) + (var(--_n) - 1) * var(--_gap));
  }
  .frame::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(var(--_least), var(--_widest));
    max-inline-size: 100%;
    block-size: 0;
    overflow: hidden;
  }
  .box {
    container: limio / inline-size;
  }
  .n1 {
    --_n: 1;
  }
  .n2 {
    --_n: 2;
  }
  .n3 {
    --_n: 3;
  }
  .n4 {
    --_n: 4;
    --_k: 2;
  }
  .n5 {
    --_n: 5;
    --_k: 3;
  }
  .n6 {
    --_n: 6;
    --_k: 3;
  }
  .n7 {
    --_n: 7;
    --_k: 4;
  }
  .n8 {
    --_n: 8;
    --_k: 4;
  }
  .offers {
    --_row: calc(var(--_n) * var(--_least) * var(--_roomy) + (var(--_n) - 1) * var(--_gap));
    --_some: calc(var(--_k) * var(--_most) + (var(--_k) - 1) * var(--_gap));
    --_share: calc((100% - (var(--_k) - 1) * var(--_gap)) / var(--_k));
    display: grid;
    column-gap: var(--_gap);
    max-inline-size: max(var(--_some), min(var(--_widest), (100% - var(--_row) + 1px) * 9999));
    margin-inline: auto;
    grid-template-columns: repeat(
      auto-fit,
      minmax(min(100%, max(var(--_least), min(var(--_share), (var(--_row) - 100%) * 9999))), 1fr)
    );
  }
`;
