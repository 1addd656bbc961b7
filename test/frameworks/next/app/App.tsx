'use client';
import 'limio-offers/define';
import type {} from 'limio-offers/jsx';
import { useState } from 'react';
import { LISTS, PLANS, SHOP } from '../../plans.ts';
import { Links } from './Links.tsx';

/** Two elements: one is given a list, the other has links, which the server has written. */
export function App() {
  const [plans, show] = useState(PLANS.slice(0, 2));
  const [promoCode, setPromoCode] = useState('');
  const [stays, setStays] = useState(false);
  const [isHidden, setIsHidden] = useState(false);
  const [told, setTold] = useState('');

  return (
    <>
      {!isHidden && (
        <>
          <limio-offers
            id="listed"
            shop={SHOP}
            promo-code={promoCode}
            offers={JSON.stringify(plans)}
            onlimio-ready={({ offers }) => setTold(`ready ${offers.length}`)}
            onlimio-checkout={(event) => {
              setTold(`checkout ${event.url}`);
              if (stays) event.preventDefault();
            }}
          />
          <Links plans={plans} promoCode={promoCode} />
        </>
      )}
      {Object.entries(LISTS).map(([name, list]) => (
        <button key={name} onClick={() => show(list)}>
          {name}
        </button>
      ))}
      <button onClick={() => setPromoCode('SAVE20')}>Promo</button>
      <button onClick={() => setStays(true)}>Stay</button>
      <button onClick={() => setIsHidden(!isHidden)}>Hide</button>
      <output>{told}</output>
    </>
  );
}
