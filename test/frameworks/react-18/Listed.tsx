import type { LimioCheckoutEvent, LimioOffersElement, LimioReadyEvent, Offer } from 'limio-offers';
import type {} from 'limio-offers/jsx';
import { useEffect, useRef } from 'react';
import { SHOP } from '../plans.ts';

interface Given {
  plans: readonly Offer[];
  promoCode: string;
  onReady: (event: LimioReadyEvent) => void;
  onCheckout: (event: LimioCheckoutEvent) => void;
}

/** React 18 writes attributes and nothing else: properties and listeners are set in effects. */
export function Listed({ plans, promoCode, onReady, onCheckout }: Given) {
  const element = useRef<LimioOffersElement>(null);
  useEffect(() => {
    element.current!.offers = plans;
  }, [plans]);
  useEffect(() => {
    const { current } = element;
    current!.addEventListener('limio-ready', onReady);
    current!.addEventListener('limio-checkout', onCheckout);
    return () => {
      current!.removeEventListener('limio-ready', onReady);
      current!.removeEventListener('limio-checkout', onCheckout);
    };
  }, [onReady, onCheckout]);
  return <limio-offers id="listed" shop={SHOP} promo-code={promoCode} ref={element} />;
}
