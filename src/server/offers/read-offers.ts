import { readCatalog } from '../../catalog/read-catalog.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import type { Offer } from '../../core/offer/offer.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { fieldsOf } from '../../core/read-fields.ts';
import { keepCompatibility } from './compatible.ts';
import type { LimioClient } from '../../limio/client.ts';

/** Bounds of a catalogue, in case its pages never end. */
const MAX_OFFERS = 10_000;

const PAGE_SIZE = 200;

/** Items that are read at once, within a few milliseconds; what is larger holds up other requests. */
const SLICE = 20;

/**
 * Reads everything that Limio has published, page by page, as our offers.
 *
 * @param label reads only offers with this label.
 * @throws {LimioError} `upstream_…`; `upstream_invalid` when not one of the items is an offer
 */
export async function readOffers(
  limio: LimioClient,
  label: string | undefined,
  call: RequestOptions,
): Promise<readonly Offer[]> {
  const offers = new Map<string, Offer>();
  let [read, left] = [0, 0];
  for await (const { items } of limio.listOffers({ pageSize: PAGE_SIZE, ...(label && { label }) }, call)) {
    for (let at = 0; at < items.length && read < MAX_OFFERS; at += SLICE) {
      const slice = items.slice(at, Math.min(at + SLICE, at + MAX_OFFERS - read));
      const { offers: found, dropped } = readCatalog({ items: slice });
      for (const offer of found) {
        if (offers.has(offer.path)) continue;
        offers.set(offer.path, offer);
        keepCompatibility(
          offer,
          slice.find((item) => fieldsOf(item)['path'] === offer.path),
        );
      }
      left += dropped.length;
      read += slice.length;
      // Other requests have their turn between two slices.
      if (at + SLICE < items.length) await new Promise((resolve) => setTimeout(resolve));
    }
    if (read >= MAX_OFFERS) break;
  }
  if (!offers.size && left)
    throw new LimioError('upstream_invalid', `None of ${left} items of the catalogue is an offer.`);
  return [...offers.values()];
}
