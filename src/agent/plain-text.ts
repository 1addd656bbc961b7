/** What is not seen, or changes how its neighbours are seen: a text that holds it says one thing to people and another to a model. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * A text of the catalogue as an agent may see it: on one line, without control, invisible or
 * direction-changing characters, and no longer than it needs to be.
 *
 * @param max most characters that are kept, the ellipsis included.
 *
 * @example
 * plainText('Pro\u200b  Plan\n', 80); // 'Pro Plan'
 */
export function plainText(text: string, max: number): string {
  const line = text
    .replace(UNSEEN, '')
    .replace(/[\s\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}
