import { renderOffers } from 'limio-offers/html';
import { PLANS as offers } from '../../../plans.ts';

/** Cards that the server has written; the browser gets none of the code that writes them. */
export const Offers = () => (
  <div
    suppressHydrationWarning
    dangerouslySetInnerHTML={{ __html: renderOffers(offers, { shop: 'https://shop.example.com' }) }}
  />
);
