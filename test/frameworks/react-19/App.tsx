import 'limio-offers/define';
import type {} from 'limio-offers/jsx';
import { purchaseLink } from 'limio-offers/link';
import { Activity, useState } from 'react';
import { LISTS, PLANS, SHOP } from '../plans.ts';

/** Two elements: one is given a list, the other has links. */
export function App() {
  const [plans, show] = useState(PLANS.slice(0, 2));
  const [promoCode, setPromoCode] = useState('');
  const [stays, setStays] = useState(false);
  const [isHidden, setIsHidden] = useState(false);
  const [told, setTold] = useState('');

  return (
    <main>
      <Activity mode={isHidden ? 'hidden' : 'visible'}>
        <limio-offers
          id="listed"
          shop={SHOP}
          offers={plans}
          promoCode={promoCode}
          onlimio-ready={({ offers }) => setTold(`ready ${offers.length}`)}
          onlimio-checkout={(event) => {
            setTold(`checkout ${event.url}`);
            if (stays) event.preventDefault();
          }}
        />
        <limio-offers id="linked" shop={SHOP} promo-code={promoCode}>
          {plans.map(({ path, name }) => (
            <a key={path} href={purchaseLink({ shop: SHOP, offers: [path] })}>
              {name}
            </a>
          ))}
        </limio-offers>
      </Activity>
      {Object.entries(LISTS).map(([name, list]) => (
        <button key={name} onClick={() => show(list)}>
          {name}
        </button>
      ))}
      <button onClick={() => setPromoCode('SAVE20')}>Promo</button>
      <button onClick={() => setStays(true)}>Stay</button>
      <button onClick={() => setIsHidden(!isHidden)}>Hide</button>
      <output>{told}</output>
    </main>
  );
}
