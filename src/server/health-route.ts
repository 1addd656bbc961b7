import { json } from './answers.ts';
import type { LimioClient } from '../limio/client.ts';
import type { OfferCache } from './offer-cache.ts';

/** Operations without which there is no assisted checkout. */
const NEEDED = new Set(['initiateCheckout', 'listOffers']);

/** `GET /health/live`: the process answers. */
export const live = () => json({ live: true });

/**
 * `GET /health/ready`: whether requests are worth sending here. Says what is known already and asks nobody.
 * A backend that has not been used yet is ready.
 */
export function ready(limio: LimioClient, offers: OfferCache): Response {
  const { tokenGoodFor, open } = limio.health();
  const isReady = !open.some((operation) => NEEDED.has(operation));
  const token = tokenGoodFor === undefined ? 'none' : tokenGoodFor > 0 ? 'good' : 'expired';
  return json({ ready: isReady, token, offers: offers.status() }, isReady ? 200 : 503);
}
