import { base } from './base.ts';
import { cards } from './cards.ts';
import { colours } from './colours.ts';
import { controls } from './controls.ts';
import { frame } from './frame.ts';
import { price } from './price.ts';

/** What the first paint of cards needs, in the order in which one overrides the other. */
export const styles = [base, colours, frame, cards, price, controls];
