import { invalidValue, type LimioError } from '../../core/errors/limio-error.ts';
import { priceProblem } from '../../core/price/price-problem.ts';
import { readPlainOffer } from '../../core/offer/plain-offer.ts';
import type { Properties } from '../attributes/attributes.ts';
import { originOf } from '../../core/link/shop.ts';
import { shopOfLinks } from '../light-dom/light-dom.ts';
import { givenOffer, meant, offerLinks } from '../light-dom/offer-link.ts';

/** What is wrong with the links between an element's tags: links of another shop, and prices that cannot be read. */
export async function linkFaults(host: Element & Properties): Promise<LimioError[]> {
  const read = await offerReader();
  const shop = originOf(host.shop || shopOfLinks(host));
  return [...host.children].flatMap((child) =>
    offerLinks(child).flatMap((found) => {
      const { link } = found;
      // Where the shop itself is wrong, that is the mistake.
      if (link.shop !== shop)
        return shop ? [invalidValue('shop_mismatch', link.shop, `links of ${shop}`)] : [];
      const given = givenOffer(found, meant(child), false);
      const offer = read(given);
      return (offer && priceProblem(given, offer)) ?? [];
    }),
  );
}

/** What the element itself reads links with: it has been loaded where it was needed. */
const offerReader = () =>
  import('../../catalog/written-offer.ts').then(
    ({ readWrittenOffer }) => readWrittenOffer,
    () => readPlainOffer,
  );
