import 'limio-offers/define';
import type {} from 'limio-offers/jsx';
import { purchaseLink } from 'limio-offers/link';
import { Suspense, useState } from 'react';
import { LISTS, PLANS, SHOP } from '../plans.ts';
import { Listed } from './Listed.tsx';

/** Two elements: one is given a list, the other has links, which a server has written. */
export function App() {
  const [plans, show] = useState(PLANS.slice(0, 2));
  const [promoCode, setPromoCode] = useState('');
  const [stays, setStays] = useState(false);
  const [isHidden, setIsHidden] = useState(false);
  const [told, setTold] = useState('');

  return (
    <main>
      <Suspense>
        {isHidden && <Pause />}
        <Listed
          plans={plans}
          promoCode={promoCode}
          onReady={({ offers }) => setTold(`ready ${offers.length}`)}
          onCheckout={(event) => {
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
      </Suspense>
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

const never = new Promise<void>(() => {});

/** Something that is still loading. */
function Pause(): null {
  throw never;
}
