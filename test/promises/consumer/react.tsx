import 'limio-offers/define';
import type { LimioOffersElement } from 'limio-offers';
import type {} from 'limio-offers/jsx';
import { useRef } from 'react';

export const pricing = (
  <limio-offers
    shop="https://shop.example.com"
    promo-code="SAVE20"
    select="many"
    copyLink
    data-checkout="assisted"
    offers={[{ path: '/offers2/Pro', name: 'Pro' }]}
    onlimio-checkout={(event) => event.url.startsWith('https:') || event.preventDefault()}
    onlimio-error={({ code }) => code === 'shop_invalid'}
    onClick={({ currentTarget }) => currentTarget.purchaseLink()}
    suppressHydrationWarning
    style={{ '--limio-accent': '#063' }}
  >
    <a href="https://shop.example.com/checkout?purchase=%2Foffers2%2FPro">Pro</a>
  </limio-offers>
);

export const wrong = [
  // @ts-expect-error: a shop is text
  <limio-offers shop={1} />,
  // @ts-expect-error: an offer that is being left for has no error code
  <limio-offers onlimio-checkout={({ code }) => code} />,
  // @ts-expect-error: the attribute would take the place of the method
  <limio-offers checkout="assisted" />,
  // @ts-expect-error: there is no such property
  <limio-offers bakend="https://shop.example.com" />,
];

export function Referred() {
  const element = useRef<LimioOffersElement>(null);
  return [
    <limio-offers ref={element} />,
    <limio-offers ref={(now) => void now?.checkout()} />,
    // @ts-expect-error: a reference to another element
    <limio-offers ref={useRef<HTMLAnchorElement>(null)} />,
  ];
}
