import { invalidValue, type LimioError } from '../../core/errors/limio-error.ts';
import { priceProblem } from '../../core/price/price-problem.ts';
import { readPlainOffer } from '../../core/offer/plain-offer.ts';
import type { Properties } from '../attributes/attributes.ts';
import { valueFaults } from '../attributes/value-faults.ts';
import { originOf, shopOfLinks } from '../light-dom/light-dom.ts';
import { givenOffer, offerLinks } from '../light-dom/offer-link.ts';

/**
 * What is wrong with an element's tag and with the links between its tags: values that no attribute knows, links
 * of another shop, and prices that cannot be read.
 */
export const faultsOf = async (host: Element & Properties): Promise<LimioError[]> => [
  ...valueFaults(host),
  ...faultyLinks(host, await offerReader()),
];

/** What the element itself reads links with: it has been loaded where it was needed. */
const offerReader = () =>
  import('../../catalog/written-offer.ts').then(
    ({ readWrittenOffer }) => readWrittenOffer,
    () => readPlainOffer,
  );

function faultyLinks(host: Element & Properties, read: typeof readPlainOffer): LimioError[] {
  const shop = originOf(host.shop || shopOfLinks(host));
  return [...host.children].flatMap((child) =>
    offerLinks(child).flatMap((found) => {
      const { link } = found;
      // Where the shop itself is wrong, that is the mistake.
      if (link.shop !== shop)
        return shop ? [invalidValue('shop_mismatch', link.shop, `links of ${shop}`)] : [];
      const given = givenOffer(found, child, false);
      const offer = read(given);
      return (offer && priceProblem(given, offer)) ?? [];
    }),
  );
}
