import { readCatalog } from '../../catalog/read-catalog.ts';
import { LimioError } from '../../core/errors.ts';
import type { Offer } from '../../core/offer.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import type { LimioClient } from '../../limio/client.ts';

/** Bounds of a catalogue, in case its pages never end. */
const MAX_OFFERS = 10_000;

const PAGE_SIZE = 200;

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
  const items: unknown[] = [];
  for await (const page of limio.listOffers({ pageSize: PAGE_SIZE, ...(label && { label }) }, call)) {
    items.push(...page.items);
    if (items.length >= MAX_OFFERS) break;
  }
  const { offers, dropped } = readCatalog({ items: items.slice(0, MAX_OFFERS) });
  if (!offers.length && dropped.length)
    throw new LimioError('upstream_invalid', `None of ${dropped.length} items of the catalogue is an offer.`);
  return offers;
}
