import { purchaseLink } from '../../../src/link.ts';

const shop = 'https://shop.example.com';

/** The same links in three ways, without and with the checks. */
const MAKERS = {
  ours: (path: string) =>
    purchaseLink({ shop, offers: [path], promoCode: 'save20', carry: { utm_source: 'news' } }),
  template: (path: string) =>
    `${shop}/checkout?purchase=${encodeURIComponent(path)}&pc=SAVE20&utm_source=${encodeURIComponent('news')}`,
  url: (path: string) => {
    const url = new URL('/checkout', shop);
    url.searchParams.append('purchase', path);
    url.searchParams.append('pc', 'SAVE20');
    url.searchParams.append('utm_source', 'news');
    return url.href;
  },
};

export type Maker = keyof typeof MAKERS;

/** Makes so many links, and gives their characters, so that none is optimised away. */
window.makeLinks = (maker, count) => {
  const make = MAKERS[maker];
  let length = 0;
  for (let n = 0; n < count; n++) length += make(`/offers2/Plan ${n}`).length;
  return length;
};

declare global {
  interface Window {
    makeLinks(maker: Maker, count: number): number;
  }
}
