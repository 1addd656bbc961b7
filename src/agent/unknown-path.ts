import { LimioError } from '../core/errors/limio-error.ts';
import type { Offer } from '../core/offer/offer.ts';
import { shownPath } from './agent-offer.ts';
import { nearest } from './nearest.ts';
import { offersSpelled } from './offers-spelled.ts';
import { plainText } from './plain-text.ts';
import { codeSpan } from './say/markdown.ts';

/** Most paths that are offered in place of one that is not known. */
const MAX_NEAR = 5;

/**
 * Tells a model that a path is not on sale, and what to do: to copy the one path that it spelled another way, to
 * ask which of those like it is meant, or to read the list.
 *
 * @param catalogue everything that is published, and what of it is on sale.
 * @param list name of the tool that lists it.
 * @param country where it was wanted, if that is known.
 *
 * @example
 * unknownPath('/offers2/pro', { offers, onSale: offers }, 'list_offers').message;
 * // '`/offers2/pro` is not on sale. Copy the path letter by letter: `/offers2/Pro`.'
 */
export function unknownPath(
  path: string,
  { offers, onSale }: { offers: readonly Offer[]; onSale: readonly Offer[] },
  list: string,
  country?: string,
): LimioError {
  // The spellings of a list are kept, and this one stays the same for a while.
  const meant = offersSpelled(path, offers).filter((offer) => onSale.includes(offer));
  const near = nearest(path, onSale.map(shownPath), MAX_NEAR).map(codeSpan);
  const remedy =
    meant.length === 1
      ? `Copy the path letter by letter: ${codeSpan(shownPath(meant[0]!))}.`
      : near.length
        ? `Paths like it: ${near.join(', ')}. Ask the buyer which one is meant.`
        : `Call ${list} and use a \`path\` from its answer.`;
  return new LimioError(
    'offer_unavailable',
    `${codeSpan(plainText(path, 80))} is not on sale${country ? ` in ${country}` : ''}. ${remedy}`,
  );
}
