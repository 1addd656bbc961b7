import { isAddOnPath } from '../../catalog/add-on.ts';
import { readRawItem } from '../../catalog/raw-item.ts';
import { isSoldOnline, rawOffer } from '../../catalog/raw-offer.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { readOffer } from '../../core/offer/read-offer.ts';
import type { LimioClient } from '../../limio/client.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { keepCompatibility } from './compatible.ts';

/** Bounds of the list, in case its pages never end. */
const MAX_ADD_ONS = 2000;

const PAGE_SIZE = 200;

/** Reads the add-ons that Limio has published and sells online, in the shape of offers. @throws {LimioError} `upstream_…` */
export async function readAddOns(limio: LimioClient, call: RequestOptions): Promise<readonly Offer[]> {
  const addOns: Offer[] = [];
  let read = 0;
  for await (const { items } of limio.listAddOns({ pageSize: PAGE_SIZE }, call)) {
    for (const item of items) {
      const raw = readRawItem(item);
      const addOn = raw && isSoldOnline(raw) ? readOffer(rawOffer(raw)) : undefined;
      if (!addOn || !isAddOnPath(addOn.path)) continue;
      keepCompatibility(addOn, item);
      addOns.push(addOn);
    }
    if ((read += items.length) >= MAX_ADD_ONS) break;
  }
  return addOns;
}
