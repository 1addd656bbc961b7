import { json } from './answers.ts';
import type { LimioClient } from '../../limio/client.ts';
import type { OfferCache } from '../offers/offer-cache.ts';
import type { Readiness } from '../readiness.ts';

/** `GET /health/live`: the process answers. */
export const live = () => json({ live: true });

/** `GET /health/ready`: says what is known already, asks nobody, and names no host and no version. */
export const readyRoute = (limio: LimioClient, offers: OfferCache, readiness: Readiness) => (): Response => {
  const { tokenGoodFor, open } = limio.health();
  const ready = readiness.isReady(open);
  const token = tokenGoodFor === undefined ? 'none' : tokenGoodFor > 0 ? 'good' : 'expired';
  return json({ ready, token, offers: offers.status() }, ready ? 200 : 503);
};
