import { filledCatalog } from '../../catalog/filled-catalog.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { parseJson } from '../../catalog/parse-json.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { limioOfEnvironment } from '../../server/node/limio-of-environment.ts';
import { catalogueReader } from '../../server/offers/catalogue-reader.ts';
import { offersOf } from '../../server/offers/read-items.ts';
import type { CommandCall } from '../command.ts';
import { readInput } from '../read-text.ts';

/** How long a whole catalogue may take, in milliseconds; whoever builds a site can wait. */
const READ_MS = 120_000;

/** Offers as they were at one instant. */
export interface Snapshot {
  /** ISO 8601; left out where a file does not say when it was made. */
  asOf?: string;
  offers: readonly Offer[];
  /** Origin of the shop, where it is known with them. */
  shop?: string;
  /** What could not be read, a sentence each. */
  leftOut: readonly string[];
}

/**
 * The offers of a file: a reply of Limio as it was recorded, or a list of our own.
 *
 * @param file `-` is standard input.
 * @throws {LimioError} `config` where it cannot be read, `json_invalid`, `invalid_response`
 */
export async function snapshotOfFile(file: string): Promise<Snapshot> {
  const { offers, asOf, dropped } = filledCatalog(readCatalog(parseJson(await readInput(file))));
  return { offers, ...(asOf && { asOf }), leftOut: dropped.map(({ message }) => message) };
}

/**
 * The offers that a tenant has published, found by the variables of `limio-offers serve`.
 *
 * @param label reads only offers with this label; default LIMIO_LABEL.
 * @throws {LimioError} `config`, `upstream_…`
 */
export async function snapshotOfTenant(
  env: CommandCall['env'],
  label: string | undefined,
): Promise<Snapshot> {
  const { limio, settings } = limioOfEnvironment(env);
  const read = catalogueReader({
    list: (query, call) => limio.listOffers(query, call),
    label: label ?? settings.label,
    read: offersOf,
    filters: [],
    max: settings.maxOffers,
  });
  const asOf = new Date().toISOString();
  const { offers, isCut } = await read({
    signal: AbortSignal.timeout(READ_MS),
    deadline: Date.now() + READ_MS,
  });
  const leftOut = isCut
    ? [`Only the first ${settings.maxOffers} offers were read; see LIMIO_MAX_OFFERS.`]
    : [];
  return { asOf, offers, shop: settings.shop, leftOut };
}
