import { writeFileSync } from 'node:fs';
import { styles as finish } from '../src/element/styles/finish.ts';
import { styles as later } from '../src/element/styles/later.ts';
import { styles as first } from '../src/element/styles/styles.ts';
import { extras } from '../src/element/styles/extras.ts';
import { styles as pricing } from '../src/element/styles/pricing.ts';
import { rows } from '../src/element/styles/rows.ts';
import { AS_BLOCK, switchStyles } from '../src/html/picture.ts';
import { styleText } from '../src/html/style-text.ts';

/**
 * The class that stands around cards in the page. It weighs as much as three ids, so that a page's own rules for headings
 * and lists, which themes often write below an id, weigh less.
 */
const ROOT = '.limio-cards:not(#_#_#_)';

/** As many groups as it can switch between. */
const MOST_GROUPS = 6;

/** What a page says of boxes, headings, paragraphs and links does not reach into a shadow root, so it does not count here. */
const AS_IN_A_ROOT = '&,&::before,&::after,*,::before,::after{all:revert}';

/**
 * Makes the style sheet that draws cards which stand in the page before the script, from the very rules the element
 * draws with. Every rule stands below one class, so nothing else of the page is touched; the tag around it is a block.
 */
export function styleSheet(): string {
  const rules =
    styleText([...first, ...finish, ...Object.values(rows), extras, pricing, later]) +
    switchStyles(MOST_GROUPS);
  return `${AS_BLOCK}${ROOT}{${AS_IN_A_ROOT}${rules}}\n`;
}

/** Writes it beside the scripts. */
export const writeStyleSheet = (folder: string): void =>
  writeFileSync(`${folder}/limio-offers.css`, styleSheet());
