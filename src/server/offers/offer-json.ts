import type { Offer } from '../../core/offer/offer.ts';

/** An offer as browsers get it, as JSON. Its id is for orders; a browser has no use for it. */
export const offerJson = ({ id: _, ...shown }: Offer): string => JSON.stringify(shown);
