import { LimioError } from '../core/errors.ts';
import type { Offer } from '../core/offer.ts';

/**
 * Reads a list entry by entry: one bad offer never hides the others, and of two with one path the first stays.
 *
 * @param read gives `undefined` for what cannot be read and `null` for what is not meant to be shown.
 * @returns the offers, and one `offer_unreadable` for each entry that was left out, naming it.
 */
export function collectOffers(
  list: readonly unknown[],
  read: (entry: unknown) => Offer | null | undefined,
): { offers: Offer[]; dropped: LimioError[] } {
  const offers = new Map<string, Offer>();
  const dropped: LimioError[] = [];
  list.forEach((entry, i) => {
    const offer = read(entry);
    if (offer === null) return;
    if (offer && !offers.has(offer.path)) offers.set(offer.path, offer);
    else dropped.push(leftOut(i + 1, entry, offer));
  });
  return { offers: [...offers.values()], dropped };
}

function leftOut(position: number, entry: unknown, offer: Offer | undefined): LimioError {
  const { path } = (entry ?? {}) as { path?: unknown };
  const given = typeof path === 'string' ? `, ${JSON.stringify(path.slice(0, 60))},` : '';
  return new LimioError(
    'offer_unreadable',
    `Offer ${position} of the list${given} was left out: ${offer ? 'its path is in the list already' : 'its path cannot be used'}. ` +
      'Give each offer a `path` that starts with "/", each path once.',
  );
}
