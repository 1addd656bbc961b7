import type { Offer } from '../core/offer/offer.ts';
import { shownPath } from './agent-offer.ts';

/**
 * The offers that somebody may mean who writes a name or a path in letters of their own: in other capitals, with
 * escapes, without its signs or its folder.
 *
 * @example
 * offersSpelled('pro-team', [{ path: '/offers2/Pro Team (Annual)', name: 'Pro Team' }]).length; // 1
 */
export const offersSpelled = (text: string, offers: readonly Offer[]): readonly Offer[] =>
  indexOf(offers).get(spelling(text)) ?? [];

/** Lists stay the same for a while, and may hold thousands of offers. */
const indexes = new WeakMap<readonly Offer[], ReadonlyMap<string, Offer[]>>();

function indexOf(offers: readonly Offer[]): ReadonlyMap<string, Offer[]> {
  const there = indexes.get(offers);
  if (there) return there;
  const index = new Map<string, Offer[]>();
  for (const offer of offers)
    for (const name of new Set(spellingsOf(offer))) {
      const before = index.get(name);
      if (before) before.push(offer);
      else index.set(name, [offer]);
    }
  indexes.set(offers, index);
  return index;
}

/** An offer may be called by its path, the last part of its path, or its name. */
const spellingsOf = (offer: Offer): string[] => {
  const path = shownPath(offer);
  return [path, path.slice(path.lastIndexOf('/')), offer.name].map(spelling);
};

const spelling = (text: string): string =>
  decoded(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
