import { base } from './base.ts';
import { cards } from './cards.ts';
import { controls } from './controls.ts';
import { rows } from './rows.ts';

export const styles = [base, cards, controls, rows];
