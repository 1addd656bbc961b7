'use client';
import 'limio-offers/define';
import type {} from 'limio-offers/jsx';
import { purchaseLink } from 'limio-offers/link';
import { SHOP, type PLANS } from '../../plans.ts';

/** Links that sell before, and without, any script. */
export const Links = ({ plans, promoCode }: { plans: typeof PLANS; promoCode: string }) => (
  <limio-offers id="linked" shop={SHOP} promo-code={promoCode}>
    {plans.map(({ path, name }) => (
      <a key={path} href={purchaseLink({ shop: SHOP, offers: [path] })}>
        {name}
      </a>
    ))}
  </limio-offers>
);
