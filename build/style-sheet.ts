import { writeFileSync } from 'node:fs';
import { styles as finish } from '../src/element/styles/finish.ts';
import { styles as first } from '../src/element/styles/styles.ts';
import { extras } from '../src/element/styles/extras.ts';
import { rows } from '../src/element/styles/rows.ts';

/** The class that stands around cards in the page. Twice, so that a page's own rules for headings and lists weigh less. */
const ROOT = '.limio-cards.limio-cards';

/**
 * Makes the style sheet that draws cards which stand in the page before the script, from the very rules the element
 * draws with. Every rule stands below one class, so nothing else of the page is touched.
 */
export function styleSheet(): string {
  const rules = [...first, ...finish, rows, extras]
    .map(({ cssText }) => cssText)
    .join('')
    .replace(/\/\*[^]*?\*\//g, '')
    // What the element is on the page is told by the element.
    .replace(/:host[^{}]*\{[^{}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .trim();
  return `${ROOT}{display:block;${rules}}\n`;
}

/** Writes it beside the scripts. */
export const writeStyleSheet = (folder: string): void =>
  writeFileSync(`${folder}/limio-offers.css`, styleSheet());
