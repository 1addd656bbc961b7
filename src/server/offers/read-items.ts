import { isAddOnPath } from '../../catalog/add-on.ts';
import { readRawItem } from '../../catalog/raw-item.ts';
import { isSoldOnline, rawOffer } from '../../catalog/raw-offer.ts';
import { filledCatalog } from '../../catalog/filled-catalog.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { readOffer } from '../../core/offer/read-offer.ts';
import type { CatalogueReaderOptions } from './catalogue-reader.ts';

type ReadItems = CatalogueReaderOptions['read'];

/** Offers of Limio that are sold online. */
export const offersOf: ReadItems = (items) => {
  const { offers, dropped } = filledCatalog(readCatalog({ items }));
  return { offers, dropped: dropped.length };
};

/** Add-ons of Limio that are sold online, in the shape of offers. */
export const addOnsOf: ReadItems = (items) => ({
  offers: items.flatMap((item) => {
    const raw = readRawItem(item);
    const addOn = raw && isSoldOnline(raw) ? readOffer(rawOffer(raw)) : undefined;
    return addOn && isAddOnPath(addOn.path) ? [addOn] : [];
  }),
  dropped: 0,
});
