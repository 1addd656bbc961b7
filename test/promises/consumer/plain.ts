import 'limio-offers/define';
import { LimioOffersElement, type Feature, type LimioErrorCode, type Offer } from 'limio-offers';
import 'limio-offers/frames/bridge';
import 'limio-offers/integrations/analytics';
import 'limio-offers/plan';
import { purchaseLink } from 'limio-offers/link';
import { limioBackend } from 'limio-offers/server';

export const feature: Feature = { text: 'Storage', value: '1 TB' };
const offer: Offer = { path: '/offers2/Pro', name: 'Pro', price: { amount: '29.00', currency: 'EUR' } };

const element: LimioOffersElement = document.createElement('limio-offers');
element.offers = [offer];
element.addEventListener('limio-select', (event) => event.selected && event.offer.price?.amount);
document.addEventListener('limio-error', ({ code }) => code satisfies LimioErrorCode);
document.addEventListener('limio-analytics', ({ event, ecommerce }) => event + ecommerce.items.length);
document.addEventListener('limio-open', ({ detail }) => detail.url.startsWith('https:'));
document.addEventListener('limio-recaptcha', (event) => event.respondWith('token'));

export const href: string = purchaseLink({ shop: 'shop.example.com', offers: [offer.path] });
export const answer: Promise<Response> = limioBackend({
  limio: { tenant: 'acme.prod.limio.com', credentials: () => ({ clientId: 'id', clientSecret: 'secret' }) },
  country: 'GB',
  shop: 'https://shop.example.com',
  origins: ['https://www.example.com'],
}).fetch(new Request('https://backend.example.com/offers'));

// @ts-expect-error: a link needs a shop
purchaseLink({ offers: ['/offers2/Pro'] });
// @ts-expect-error: an offer needs a path
element.addEventListener('limio-ready', ({ offers }) => offers[0]?.paths);
