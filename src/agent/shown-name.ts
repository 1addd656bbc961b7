import type { Offer } from '../core/offer/offer.ts';
import { plainText } from './plain-text.ts';

/** Longest name, in characters. */
const MAX = 80;

/**
 * The name of an offer as agents and chats are shown it. One that holds nothing to be seen could not be clicked, so the
 * offer is called by its path.
 *
 * @example
 * shownName({ path: '/offers2/Pro', name: '\u200b' }); // '/offers2/Pro'
 */
export const shownName = ({ name, path }: Pick<Offer, 'name' | 'path'>): string =>
  plainText(name, MAX) || plainText(path, MAX);
